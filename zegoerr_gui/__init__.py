"""ZegoErr: finds, explains and answers the error codes in a ZEGOCLOUD Express log, offline."""

__version__ = "0.1.0"
