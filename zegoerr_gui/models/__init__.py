"""What the views show: Qt models over the core, with QtCore and QtGui only."""
