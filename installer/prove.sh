#!/bin/bash
# prove.sh [--no-build]  From source to a removed program, as a Vietnamese Windows would see it, without Windows.
#
# Builds with `run.py build --wine` (unless --no-build), then installs, tests itself, prints, opens a book by its file
# type, upgrades, refuses what it must refuse and uninstalls, in folders with Vietnamese letters and spaces. Pictures
# and findings: build/prove. Ends with the list of what held; exit 1 when something did not. Needs root, for Wine.
set -uo pipefail
ROOT=$(cd "$(dirname "$0")/.." && pwd -P)
WINE=${SO_THI_DUA_WINE:-$ROOT/build/wine}
OUT=$ROOT/build/prove
BIN=$WINE/bin
LOCAL=$WINE/prefix/drive_c/users/root/AppData/Local
TARGET='C:\Người dùng\Sổ Thi Đua'
PROGRAM="$WINE/prefix/drive_c/Người dùng/Sổ Thi Đua"
unset DISPLAY
export WINE_LANG=vi_VN.UTF-8
failed=0
cd "$ROOT" || exit 2
[ "${1:-}" = --no-build ] || python3 run.py build --wine || exit 1
[ ! -e "$PROGRAM/Uninstall.exe" ] || { "$BIN/wine-run" "$TARGET\\Uninstall.exe" /S; "$BIN/wine-server" -w; }  # an earlier proof's
rm -rf "$OUT" "$PROGRAM" "$LOCAL/SoThiDua"
mkdir -p "$OUT"
VERSION=$(sed -n 's/__version__ = "\(.*\)"/\1/p' cluster_desktop/__init__.py)
SETUP=build/dist/SoThiDua-$VERSION-setup.exe

check() {  # check WORDS COMMAND...
  local words=$1; shift
  if "$@" > "$OUT/last.log" 2>&1; then echo "ok      $words" | tee -a "$OUT/result.txt"
  else echo "FAILED  $words" | tee -a "$OUT/result.txt"; tail -5 "$OUT/last.log"; failed=1; fi
}
code() { local wanted=$1; shift; "$@"; [ $? = "$wanted" ]; }
exe() { QT_QPA_PLATFORM=offscreen "$BIN/wine-run" "$TARGET\\SoThiDua.exe" "$@"; }
install() { "$BIN/wine-run" "$1" /S '/D=C:\Người' 'dùng\Sổ' Thi Đua; }  # unquoted and last: NSIS wants it so
older() { makensis -INPUTCHARSET UTF8 -V1 -DFAST -DAPPDIR="$ROOT/build/windows/dist/SoThiDua" -DOUT="$OUT/older.exe" \
  -DVERSION=0.0.1 -DICONS="$ROOT/installer/icons" installer/so-thi-dua.nsi; }
registered() { grep -q "\"DisplayVersion\"=\"$1\"" "$WINE/prefix/user.reg"; }
settle() { "$BIN/wine-server" -w; }
pages() { [ "$(pdfinfo "$1" | sed -n 's/Pages: *//p')" = "$2" ]; }
remember() { mkdir -p "$LOCAL/SoThiDua"; printf '{"page": "%s", "year": 2020}' "$1" > "$LOCAL/SoThiDua/settings.json"; }
shot() {  # shot PAGE: a picture of the installed program with the sample workspace on this page
  remember "$1"
  WINE_SHOT_KILL=1 "$BIN/wine-shot" 12 "$OUT/$1.png" "$TARGET\\SoThiDua.exe" 'C:\Người dùng\Thử\cum-thi-dua-so-2.sothidua'
  [ "$(identify -format '%k' "$OUT/$1.png")" -gt 200 ]
}
file_type() {  # Wine does not look into a person's own file types (HKCU) when it opens a file; so the entries are read
  grep -A2 -F '[Software\\Classes\\.sothidua]' "$WINE/prefix/user.reg" | grep -q SoThiDua.Book &&
    grep -A3 -F '[Software\\Classes\\SoThiDua.Book\\shell\\open\\command]' "$WINE/prefix/user.reg" | grep -q 'SoThiDua.exe.*%1'
}
refused_while_running() {
  (QT_QPA_PLATFORM=offscreen timeout 25 "$BIN/wine-run" "$TARGET\\SoThiDua.exe" > /dev/null 2>&1 &)
  sleep 8
  code 5 install "$SETUP"; local found=$?
  "$BIN/wine-server" -k; sleep 2
  return $found
}

check "the older version is packed" older
check "it installs for one user, silently, below a path with Vietnamese letters" install "$OUT/older.exe"
settle
check "Windows lists the older version" registered 0.0.1
check "the sample workspace and its documents are made by the installed program" exe demo 'C:\Người dùng\Thử'
BOOK="$WINE/prefix/drive_c/Người dùng/Thử/cum-thi-dua-so-2.sothidua"
before=$(sha256sum < "$BOOK")
check "the new version installs over it" install "$SETUP"
settle
check "Windows lists version $VERSION" registered "$VERSION"
check "the book is untouched" test "$before" = "$(sha256sum < "$BOOK")"
check "an older version is refused afterwards" code 6 install "$OUT/older.exe"
settle
check "the program tests itself" exe --self-test "Z:${OUT//\//\\}\\self-test.json"
check "48 certificates are printed by the command line" exe certificates 'C:\Người dùng\Thử\cum-thi-dua-so-2.sothidua' \
  --decision 48/QĐ-TCT --out 'C:\Người dùng\Thử\giấy khen.pdf'
check "all 48 pages are there" pages "$PROGRAM/../Thử/giấy khen.pdf" 48
for page in overview people print; do check "the window shows $page" shot "$page"; done
check "the file type leads to the program" file_type
check "setup waits while the program runs" refused_while_running
settle
check "it uninstalls" "$BIN/wine-run" "$TARGET\\Uninstall.exe" /S
settle; sleep 3
check "the program is gone" test ! -e "$PROGRAM/SoThiDua.exe"
check "the book and the settings are still there" test -s "$BOOK" -a -e "$LOCAL/SoThiDua/settings.json"
check "no shortcut is left" test -z "$(find "$WINE/home" "$WINE/prefix/drive_c/users" -name 'Sổ Thi Đua.lnk' 2>/dev/null)"
exit $failed
