; The setup for Windows, for one user and without an administrator. Compiled by windows.py, which defines
; VERSION, FOLDER (what is put), LISTS (put.nsh, take.nsh), ICON, LICENCE, TARGET and KILOBYTES.

Unicode true
Target amd64-unicode ; as the program itself
SetCompressor /SOLID lzma
ManifestDPIAware true
RequestExecutionLevel user

!include MUI2.nsh
!include FileFunc.nsh

Name "ZegoErr"
OutFile "${TARGET}"
InstallDir "$LOCALAPPDATA\Programs\ZegoErr"
InstallDirRegKey HKCU "Software\ZegoErr" "Folder"
BrandingText "ZegoErr ${VERSION}"

!define PROGRAM "zegoerr-gui.exe"
!define UNINSTALL "Software\Microsoft\Windows\CurrentVersion\Uninstall\ZegoErr"
!define APPLICATION "Software\Classes\Applications\${PROGRAM}"

VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=1033 "ProductName" "ZegoErr"
VIAddVersionKey /LANG=1033 "ProductVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=1033 "FileDescription" "ZegoErr setup"
VIAddVersionKey /LANG=1033 "LegalCopyright" "The ZegoErr authors"

!define MUI_ICON "${ICON}"
!define MUI_UNICON "${ICON}"
!define MUI_ABORTWARNING
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\ZegoErr"
!define MUI_LANGDLL_REGISTRY_VALUENAME "Language"
!define MUI_FINISHPAGE_RUN "$INSTDIR\${PROGRAM}"
!insertmacro MUI_PAGE_LICENSE "${LICENCE}"
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_LANGUAGE "SimpChinese"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString RUNNING ${LANG_ENGLISH} "ZegoErr is running. Close it, then choose Retry."
LangString RUNNING ${LANG_SIMPCHINESE} "ZegoErr 正在运行。请先关闭它，然后选择“重试”。"
LangString SETTINGS ${LANG_ENGLISH} "Remove your settings, notes and pins of ZegoErr as well?"
LangString SETTINGS ${LANG_SIMPCHINESE} "是否同时删除 ZegoErr 的设置、笔记和收藏？"

; A program that runs cannot be replaced: ask until it is closed, or give up.
!macro WAIT_UNTIL_CLOSED
  again:
  IfFileExists "$INSTDIR\${PROGRAM}" 0 closed
  ClearErrors
  FileOpen $0 "$INSTDIR\${PROGRAM}" a
  IfErrors 0 +3
  MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(RUNNING)" /SD IDCANCEL IDRETRY again
  Abort
  FileClose $0
  closed:
!macroend

; Offered under "Open with"; what opens these files by default stays as it is.
!macro OFFER EXTENSION
  WriteRegStr HKCU "${APPLICATION}\SupportedTypes" "${EXTENSION}" ""
!macroend

Function .onInit
  !insertmacro MUI_LANGDLL_DISPLAY
FunctionEnd

Section
  !insertmacro WAIT_UNTIL_CLOSED
  IfFileExists "$INSTDIR\uninstall.exe" 0 +2
  ExecWait '"$INSTDIR\uninstall.exe" /S _?=$INSTDIR' ; an older version: what it put, goes
  !include "${LISTS}/put.nsh"
  SetOutPath "$INSTDIR"
  WriteUninstaller "$INSTDIR\uninstall.exe"
  CreateShortcut "$SMPROGRAMS\ZegoErr.lnk" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "Software\ZegoErr" "Folder" "$INSTDIR"
  WriteRegStr HKCU "${APPLICATION}" "FriendlyAppName" "ZegoErr"
  WriteRegStr HKCU "${APPLICATION}\DefaultIcon" "" "$INSTDIR\${PROGRAM},0"
  WriteRegStr HKCU "${APPLICATION}\shell\open\command" "" '"$INSTDIR\${PROGRAM}" "%1"'
  !insertmacro OFFER ".log"
  !insertmacro OFFER ".txt"
  !insertmacro OFFER ".json"
  !insertmacro OFFER ".har"
  !insertmacro OFFER ".csv"
  !insertmacro OFFER ".gz"
  !insertmacro OFFER ".zip"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayName" "ZegoErr"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINSTALL}" "DisplayIcon" "$INSTDIR\${PROGRAM}"
  WriteRegStr HKCU "${UNINSTALL}" "Publisher" "The ZegoErr authors"
  WriteRegStr HKCU "${UNINSTALL}" "UninstallString" '"$INSTDIR\uninstall.exe"'
  WriteRegStr HKCU "${UNINSTALL}" "QuietUninstallString" '"$INSTDIR\uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINSTALL}" "EstimatedSize" ${KILOBYTES}
  WriteRegDWORD HKCU "${UNINSTALL}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINSTALL}" "NoRepair" 1
  ${RefreshShellIcons}
SectionEnd

Function un.onInit
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

Section "Uninstall"
  !insertmacro WAIT_UNTIL_CLOSED
  !include "${LISTS}/take.nsh"
  Delete "$INSTDIR\uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\ZegoErr.lnk"
  DeleteRegKey HKCU "${APPLICATION}"
  DeleteRegKey HKCU "${UNINSTALL}"
  DeleteRegKey HKCU "Software\ZegoErr"
  MessageBox MB_YESNO|MB_ICONQUESTION|MB_DEFBUTTON2 "$(SETTINGS)" /SD IDNO IDNO kept
  RMDir /r "$APPDATA\ZegoErr"
  kept:
  ${RefreshShellIcons}
SectionEnd
