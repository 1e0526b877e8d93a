#!/bin/bash
# prove.sh [--no-build]  From source to a removed program, as a Vietnamese Windows would see it, without Windows.
#
# Builds with `run.py build --wine --proof` (unless --no-build). Then, as a person called Lò Thị Ơn: installs, tests,
# prints, upgrades and refuses (installer/prove.py); pictures of three pages of the installed program; a disk that is
# full or cannot be written, for a first installation and for an upgrade; how long until the first usable window,
# against a bare PySide6 window built the same way; uninstalls. Pictures and findings: build/prove. Needs root, for Wine.
set -uo pipefail
ROOT=$(cd "$(dirname "$0")/.." && pwd -P)
WINE=${SO_THI_DUA_WINE:-$ROOT/build/wine}
OUT=$ROOT/build/prove
BIN=$WINE/bin
PERSON='C:\users\Lò Thị Ơn'
HOME_DIR="$WINE/prefix/drive_c/users/Lò Thị Ơn"
TARGET='C:\Người dùng\Sổ Thi Đua'
BOOK='C:\Người dùng\Việc thử của Lò Thị Ơn\cum-thi-dua-so-2.sothidua'
WINDOW='cum-thi-dua-so-2 – Sổ Thi Đua'
SMALL=$OUT/disk
SETTLED=20   # seconds after which a window counts as not coming
unset DISPLAY
export WINE_LANG=vi_VN.UTF-8
cd "$ROOT" || exit 2
[ "${1:-}" = --no-build ] || python3 run.py build --wine --proof || exit 1
SETUP=$(ls build/dist/SoThiDua-*-setup.exe) OLDER=build/proof/older.exe
umount "$SMALL" 2>/dev/null
rm -rf "$OUT"; mkdir -p "$SMALL" "$HOME_DIR/AppData/Local/Temp" "$HOME_DIR/AppData/Roaming"
exec > >(tee "$OUT/result.txt") 2>&1
failed=0

check() {  # check WORDS COMMAND...
  local words=$1; shift
  if "$@" > "$OUT/last.log" 2>&1; then echo "ok      $words"; else echo "FAILED  $words"; tail -5 "$OUT/last.log"; failed=1; fi
}
code() { local wanted=$1; shift; "$@"; [ $? = "$wanted" ]; }
wine_path() { echo "Z:${1//\//\\}"; }
person() {  # a Windows user whose name no old code page holds
  local key='HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders'
  "$BIN/wine-run" reg add "$key" /v 'Local AppData' /d "$PERSON\\AppData\\Local" /f &&
    "$BIN/wine-run" reg add "$key" /v AppData /d "$PERSON\\AppData\\Roaming" /f
}
nobody() {
  local key='HKCU\Software\Microsoft\Windows\CurrentVersion\Explorer\User Shell Folders'
  "$BIN/wine-run" reg add "$key" /v 'Local AppData' /d '%USERPROFILE%\AppData\Local' /f
  "$BIN/wine-run" reg add "$key" /v AppData /d '%USERPROFILE%\AppData\Roaming' /f
}
until_seen() {  # until_seen TITLE: waits until a window of that title is on the screen
  local until=$((SECONDS + SETTLED))
  while [ $SECONDS -lt $until ]; do
    [ -z "$(xdotool search --onlyvisible --name "$1" 2>/dev/null)" ] || return 0
    sleep 0.01
  done
  echo "no window “$1”" >&2; return 1
}
screen() { Xvfb :97 -screen 0 1366x768x24 -nolisten tcp > /dev/null 2>&1 & SCREEN=$!; export DISPLAY=:97; sleep 1; }
no_screen() { kill $SCREEN; unset DISPLAY; }
shot() {  # shot PAGE: a picture of the installed program with the sample workspace on this page
  printf '{"page": "%s", "year": 2020}' "$1" > "$HOME_DIR/AppData/Local/SoThiDua/settings.json"
  "$BIN/wine-run" "$TARGET\\SoThiDua.exe" "$BOOK" > /dev/null 2>&1 &
  until_seen "$WINDOW"; sleep 4
  import -window root "$OUT/$1.png"
  "$BIN/wine-server" -k; wait $!
  [ "$(identify -format '%k' "$OUT/$1.png")" -gt 200 ]
}
disk() {  # disk SIZE: an empty disk; the Wine server of the last session would not see it
  "$BIN/wine-server" -k; umount "$SMALL" 2>/dev/null; mount -t tmpfs -o "size=$1" none "$SMALL"
}
into_disk() { "$BIN/wine-run" "$1" /S "/D=$(wine_path "$SMALL")\\Chỗ"; }
still_works() { QT_QPA_PLATFORM=offscreen "$BIN/wine-run" "$(wine_path "$SMALL")\\Chỗ\\SoThiDua.exe" list "$BOOK" units; }
appears() {  # appears TITLE EXE ARGS...: milliseconds until a window of that title is on the screen
  local title=$1 begun; shift
  begun=$(date +%s%N)
  "$BIN/wine-run" "$@" > /dev/null 2>&1 &
  until_seen "$title"
  echo $((($(date +%s%N) - begun) / 1000000))
  "$BIN/wine-server" -k; wait
}
start_times() {  # the same rounds for both, after one round that warms the disk
  local ours=() bare=() round
  for round in 0 1 2 3 4; do
    b=$(appears 'Cửa sổ trống' "$(wine_path "$ROOT/build/windows/dist/bare_window/bare_window.exe")")
    o=$(appears "$WINDOW" "$TARGET\\SoThiDua.exe" "$BOOK")
    [ $round = 0 ] || { bare+=("$b"); ours+=("$o"); }
  done
  python3 - "${ours[*]}" "${bare[*]}" <<'P'
import statistics, sys
ours, bare = (statistics.median(map(int, words.split())) for words in sys.argv[1:])
print(f"        first usable window {ours:.0f} ms, bare window {bare:.0f} ms: {ours / bare:.2f}x (limit 1.5x)")
P
}

for tool in xdotool Xvfb identify; do command -v $tool > /dev/null || apt-get install -y -qq xdotool xvfb imagemagick > /dev/null; done
check "a person with a Vietnamese name" person
for key in Software\\SoThiDua Software\\Microsoft\\Windows\\CurrentVersion\\Uninstall\\SoThiDua; do   # an earlier proof's
  "$BIN/wine-run" reg delete "HKCU\\$key" /f > /dev/null 2>&1
done
rm -rf "$WINE/prefix/drive_c/Người dùng" "$HOME_DIR/AppData/Local/SoThiDua"
LOCALAPPDATA="$PERSON\\AppData\\Local" "$BIN/wine-python" installer/prove.py install "$(wine_path "$ROOT/$SETUP")" "$(wine_path "$ROOT/$OLDER")" "$TARGET" || failed=1
"$BIN/wine-server" -w
screen
for page in overview people print; do check "the window shows $page" shot "$page"; done
start_times
no_screen
check "it uninstalls and leaves what is the person's" "$BIN/wine-python" installer/prove.py remove "$SETUP" "$OLDER" "$TARGET"
cat "$OUT/last.log"
disk 40m
check "a full disk is told at the first installation" code 7 into_disk "$OLDER"
check "and nothing is left of it" test -z "$(ls "$SMALL")"
disk 150m
check "the older version, on a small disk" into_disk "$OLDER"
check "a full disk is told at the upgrade" code 7 into_disk "$SETUP"
check "and the older version still works" still_works
"$BIN/wine-server" -k; mount -o remount,ro "$SMALL"
check "a folder that cannot be written is told" code 7 into_disk "$SETUP"
"$BIN/wine-server" -k; mount -o remount,rw "$SMALL"
"$BIN/wine-run" "$(wine_path "$SMALL")\\Chỗ\\Uninstall.exe" /S; "$BIN/wine-server" -w
umount "$SMALL"
nobody > /dev/null 2>&1
exit $failed
