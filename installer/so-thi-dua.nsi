; Per-user installer, no administrator. Called by installer/build.py:
;   makensis -INPUTCHARSET UTF8 -DAPPDIR=<program folder> -DOUT=<setup.exe> -DVERSION=1.2.3 -DICONS=<folder> so-thi-dua.nsi
; Exit codes with /S: 0 done, 4 Windows too old, 5 the program runs, 6 a newer version is installed, 7 not enough room.
Target amd64-unicode
Unicode true
!define APPID    "SoThiDua"
!define APPNAME  "Sổ Thi Đua"
!define EXE      "SoThiDua.exe"
!define BOOK     "SoThiDua.Book"
!define UNINST   "Software\Microsoft\Windows\CurrentVersion\Uninstall\${APPID}"
!define CLASSES  "Software\Classes"
!include "MUI2.nsh"
!include "FileFunc.nsh"
!include "WordFunc.nsh"
!include "WinVer.nsh"
Name "${APPNAME}"
OutFile "${OUT}"
SetDateSave off ; or the day of the build would be packed with every file
InstallDir "$LOCALAPPDATA\Programs\${APPID}"
InstallDirRegKey HKCU "Software\${APPID}" "InstallDir"
RequestExecutionLevel user
!ifdef FAST
SetCompressor zlib
!else
SetCompressor /SOLID lzma
SetCompressorDictSize 64
!endif
ManifestDPIAware true
VIProductVersion "${VERSION}.0"
VIAddVersionKey /LANG=0 "ProductName" "So Thi Dua"
VIAddVersionKey /LANG=0 "FileDescription" "So Thi Dua ${VERSION}"
VIAddVersionKey /LANG=0 "FileVersion" "${VERSION}"
VIAddVersionKey /LANG=0 "LegalCopyright" "MIT"

!define MUI_ICON "${ICONS}/so-thi-dua.ico"
!define MUI_UNICON "${ICONS}/so-thi-dua.ico"
!define MUI_ABORTWARNING
!define MUI_FINISHPAGE_RUN "$INSTDIR\${EXE}"
!define MUI_LANGDLL_REGISTRY_ROOT HKCU
!define MUI_LANGDLL_REGISTRY_KEY "Software\${APPID}"
!define MUI_LANGDLL_REGISTRY_VALUENAME "InstallerLanguage"
!insertmacro MUI_PAGE_WELCOME
!insertmacro MUI_PAGE_DIRECTORY
!insertmacro MUI_PAGE_INSTFILES
!insertmacro MUI_PAGE_FINISH
!insertmacro MUI_UNPAGE_CONFIRM
!insertmacro MUI_UNPAGE_INSTFILES
!insertmacro MUI_LANGUAGE "Vietnamese"
!insertmacro MUI_LANGUAGE "English"
!insertmacro MUI_RESERVEFILE_LANGDLL

LangString InUse ${LANG_VIETNAMESE} "Sổ Thi Đua đang mở. Hãy lưu việc đang làm, đóng chương trình rồi bấm Thử lại."
LangString InUse ${LANG_ENGLISH} "The program is open. Save your work, close it and press Retry."
LangString TooOld ${LANG_VIETNAMESE} "Cần Windows 10 trở lên (64-bit)."
LangString TooOld ${LANG_ENGLISH} "Windows 10 (64-bit) or later is needed."
LangString Newer ${LANG_VIETNAMESE} "Máy đã có bản mới hơn ($0). Không cài bản ${VERSION} đè lên: sổ đã mở bằng bản mới có thể không mở lại được."
LangString Newer ${LANG_ENGLISH} "A newer version ($0) is installed. Version ${VERSION} was not put over it: books opened with the newer one might not open again."
LangString NoRoom ${LANG_VIETNAMESE} "Chưa cài được: ổ đĩa đầy hoặc không ghi được vào thư mục đã chọn. Bản đang dùng và các sổ vẫn nguyên. Hãy dọn ổ đĩa rồi cài lại."
LangString NoRoom ${LANG_ENGLISH} "Not installed: the disk is full or the folder cannot be written. The installed version and your books are untouched. Make room and try again."

; A program that is being run cannot be opened for writing.
!macro CheckInUse un
Function ${un}CheckInUse
  IfFileExists "$INSTDIR\${EXE}" 0 done
  retry:
    ClearErrors
    FileOpen $1 "$INSTDIR\${EXE}" a
    IfErrors busy
    FileClose $1
    Goto done
  busy:
    MessageBox MB_RETRYCANCEL|MB_ICONEXCLAMATION "$(InUse)" /SD IDCANCEL IDRETRY retry
    SetErrorLevel 5
    Quit
  done:
FunctionEnd
!macroend
!insertmacro CheckInUse ""
!insertmacro CheckInUse "un."

Function .onInit
  SetShellVarContext current
  ${IfNot} ${AtLeastWin10}
    MessageBox MB_OK|MB_ICONSTOP "$(TooOld)" /SD IDOK
    SetErrorLevel 4
    Quit
  ${EndIf}
  !insertmacro MUI_LANGDLL_DISPLAY
  ReadRegStr $0 HKCU "${UNINST}" "DisplayVersion"
  ${If} $0 != ""
    ${VersionCompare} "$0" "${VERSION}" $1
    ${If} $1 == 1
      MessageBox MB_OK|MB_ICONSTOP "$(Newer)" /SD IDOK
      SetErrorLevel 6
      Quit
    ${EndIf}
  ${EndIf}
FunctionEnd

Function un.onInit
  SetShellVarContext current
  !insertmacro MUI_UNGETLANGUAGE
FunctionEnd

; Whatever stops the copying: the old version has not been touched yet.
Function .onInstFailed
  SetOutPath "$TEMP" ; a folder that is being worked in cannot be removed
  RMDir /r "$INSTDIR\moi"
  RMDir "$INSTDIR"
  MessageBox MB_OK|MB_ICONSTOP "$(NoRoom)" /SD IDOK
  SetErrorLevel 7
FunctionEnd

; Told before anything is touched: a folder that takes no file takes no program either.
Function CheckWritable
  SetOutPath "$INSTDIR"
  ClearErrors
  FileOpen $1 "$INSTDIR\thu" w
  ${If} ${Errors}
    Call .onInstFailed
    Quit
  ${EndIf}
  FileClose $1
  Delete "$INSTDIR\thu"
FunctionEnd

Section "App"
  Call CheckWritable
  Call CheckInUse
  ; Everything is unpacked beside the old version first; only then do they change places.
  RMDir /r "$INSTDIR\moi"
  SetOutPath "$INSTDIR\moi"
  !include "${FILES}" ; one line a file, in a fixed order: the same program gives the same installer
  File "${ICONS}/file.ico"
  SetOutPath "$INSTDIR"
  RMDir /r "$INSTDIR\cu"
  ${If} ${FileExists} "$INSTDIR\_internal\*.*"
    ClearErrors
    Rename "$INSTDIR\_internal" "$INSTDIR\cu"
    ${If} ${Errors} ; something still reads it, an antivirus perhaps
      RMDir /r "$INSTDIR\moi"
      MessageBox MB_OK|MB_ICONEXCLAMATION "$(InUse)" /SD IDOK
      SetErrorLevel 5
      Quit
    ${EndIf}
  ${EndIf}
  Delete "$INSTDIR\${EXE}"
  Delete "$INSTDIR\sothidua.cmd"
  Delete "$INSTDIR\file.ico"
  Rename "$INSTDIR\moi\_internal" "$INSTDIR\_internal"
  Rename "$INSTDIR\moi\${EXE}" "$INSTDIR\${EXE}"
  Rename "$INSTDIR\moi\sothidua.cmd" "$INSTDIR\sothidua.cmd"
  Rename "$INSTDIR\moi\file.ico" "$INSTDIR\file.ico"
  RMDir /r "$INSTDIR\moi"
  RMDir /r "$INSTDIR\cu"
  WriteUninstaller "$INSTDIR\Uninstall.exe"
  CreateShortcut "$SMPROGRAMS\${APPNAME}.lnk" "$INSTDIR\${EXE}"
  CreateShortcut "$DESKTOP\${APPNAME}.lnk" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${CLASSES}\.sothidua" "" "${BOOK}"
  WriteRegStr HKCU "${CLASSES}\.sothidua\OpenWithProgids" "${BOOK}" ""
  WriteRegStr HKCU "${CLASSES}\${BOOK}" "" "Sổ thi đua"
  WriteRegStr HKCU "${CLASSES}\${BOOK}\DefaultIcon" "" "$INSTDIR\file.ico"
  WriteRegStr HKCU "${CLASSES}\${BOOK}\shell\open\command" "" '"$INSTDIR\${EXE}" "%1"'
  WriteRegStr HKCU "Software\${APPID}" "InstallDir" "$INSTDIR"
  WriteRegStr HKCU "${UNINST}" "DisplayName" "${APPNAME}"
  WriteRegStr HKCU "${UNINST}" "DisplayVersion" "${VERSION}"
  WriteRegStr HKCU "${UNINST}" "DisplayIcon" "$INSTDIR\${EXE}"
  WriteRegStr HKCU "${UNINST}" "Publisher" "${APPNAME}"
  WriteRegStr HKCU "${UNINST}" "InstallLocation" "$INSTDIR"
  WriteRegStr HKCU "${UNINST}" "UninstallString" '"$INSTDIR\Uninstall.exe"'
  WriteRegStr HKCU "${UNINST}" "QuietUninstallString" '"$INSTDIR\Uninstall.exe" /S'
  WriteRegDWORD HKCU "${UNINST}" "NoModify" 1
  WriteRegDWORD HKCU "${UNINST}" "NoRepair" 1
  ${GetSize} "$INSTDIR" "/S=0K" $0 $1 $2
  WriteRegDWORD HKCU "${UNINST}" "EstimatedSize" $0
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd

; Books, settings and backups are the user's and stay where they are.
Section "Uninstall"
  Call un.CheckInUse
  RMDir /r "$INSTDIR\_internal"
  Delete "$INSTDIR\${EXE}"
  Delete "$INSTDIR\sothidua.cmd"
  Delete "$INSTDIR\file.ico"
  Delete "$INSTDIR\Uninstall.exe"
  RMDir "$INSTDIR"
  Delete "$SMPROGRAMS\${APPNAME}.lnk"
  Delete "$DESKTOP\${APPNAME}.lnk"
  DeleteRegKey HKCU "${CLASSES}\${BOOK}"
  DeleteRegValue HKCU "${CLASSES}\.sothidua\OpenWithProgids" "${BOOK}"
  DeleteRegKey HKCU "${CLASSES}\.sothidua"
  DeleteRegKey HKCU "${UNINST}"
  DeleteRegKey HKCU "Software\${APPID}"
  System::Call 'shell32::SHChangeNotify(i 0x08000000, i 0, p 0, p 0)'
SectionEnd
