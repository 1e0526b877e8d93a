@rem The command line of the program: waits for it and hands on its exit code.
@start "" /b /wait "%~dp0SoThiDua.exe" %*
@exit /b %errorlevel%
