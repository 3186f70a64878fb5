# Shared by ./alimenta and ./test. Sourced, never run; the caller has set "root" to the folder of the repository.
# Everything a person reads here goes to standard error: standard output belongs to the program.

export DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 DOTNET_SKIP_FIRST_TIME_EXPERIENCE=1 DOTNET_CLI_UI_LANGUAGE=en TESTINGPLATFORM_TELEMETRY_OPTOUT=1
export MSBUILDDISABLENODEREUSE=1 # no build process stays behind
if [ ! -w "${HOME:-}" ]; then export HOME="${TMPDIR:-/tmp}/alimenta-home-$(id -u)"; mkdir -p "$HOME"; fi # dotnet wants one

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 1; }

# Finds a .NET SDK that satisfies global.json: sets DOTNET and, for the built program, DOTNET_ROOT. Else one sentence and the end.
find_dotnet() {
  local candidate wanted found=""
  for candidate in "$(command -v dotnet 2>/dev/null || true)" "${DOTNET_ROOT:-}/dotnet" "$HOME/.dotnet/dotnet" \
      /usr/share/dotnet/dotnet /usr/lib/dotnet/dotnet /usr/local/share/dotnet/dotnet; do
    [ -x "$candidate" ] || continue
    if (cd "$root" && "$candidate" --version) >/dev/null 2>&1; then
      DOTNET=$(readlink -f "$candidate")
      if [ -d "${DOTNET%/*}/shared" ]; then export DOTNET_ROOT="${DOTNET%/*}"; fi
      return
    fi
    found+="$("$candidate" --list-sdks 2>/dev/null | cut -d" " -f1 | sort -u | tr '\n' ' ' || true)"
  done
  wanted=$(sed -n 's/.*"version": *"\([0-9.]*\)".*/\1/p' "$root/global.json")
  if [ -n "$found" ]; then found="this machine has only ${found% }"; else found="no dotnet was found on this machine"; fi
  die "Alimenta needs the .NET SDK $wanted or a later 10.0 release; $found. Install it from https://dotnet.microsoft.com/download/dotnet/10.0 and try again."
}

# One build at a time in this folder. The lock goes with file descriptor 8, also when the process dies.
lock_build() {
  mkdir -p "$root/artifacts" 2>/dev/null && { exec 8>"$root/artifacts/build.lock"; } 2>/dev/null \
    || die "Alimenta must be built first, but this user may not write in $root: run it once as the owner of that folder."
  if ! flock -n 8; then
    say "Another build is under way in this folder; waiting for it."
    flock 8
  fi
}
unlock_build() { exec 8>&-; }

# run_quietly WORDS LOG COMMAND...: runs a long command with one progress line; its output goes to the log.
run_quietly() {
  local words=$1 log=$2 pid rc=0 begin=$SECONDS
  shift 2
  "$@" >"$log" 2>&1 </dev/null 8>&- 9>&- &
  pid=$!
  trap 'kill "$pid" 2>/dev/null; wait "$pid" 2>/dev/null; exit 130' INT TERM
  if [ -t 2 ]; then
    while kill -0 "$pid" 2>/dev/null; do
      printf '\r%s %d s ' "$words" $((SECONDS - begin)) >&2
      sleep 0.5
    done
  else
    say "$words"
  fi
  wait "$pid" || rc=$?
  trap - INT TERM
  if [ -t 2 ]; then printf '\r\033[K' >&2; fi
  return "$rc"
}

# What went wrong in a build, from its log, in a few lines.
explain_build() {
  if grep -qE 'error NU1301|error NU1101' "$1"; then
    say "The packages could not be fetched: the first build on a machine needs its package source once."
  fi
  if grep -q 'error NU1004' "$1"; then
    say "A packages.lock.json no longer fits its project: run dotnet restore and commit the lock files."
  fi
  grep -E '(: |^)(error|fatal) ' "$1" | sed "s#$root/##g; s# \[[^]]*\]\$##" | sort -u | head -n 20 >&2 || true
  say "The whole log: ${1#"$root"/}"
}

# The state of everything the program is made of, as a short name: other sources, other name.
fingerprint() (
  cd "$root" && { find src law build ./*.props global.json .editorconfig \( -name bin -o -name obj -o -name '*.sh' \) -prune \
    -o -type f -printf '%p %s %T@\n' 2>/dev/null || true; } | LC_ALL=C sort | sha256sum | cut -c1-16
)

# Sets APP to the folder of the built program for the sources as they are now; builds it when there is none yet.
# Each state of the sources has a folder of its own, so a running program never loses its files to a later build.
build_app() {
  local log="$root/artifacts/build.log" words="Building Alimenta (this machine's first build takes about a minute) ..."
  APP="$root/artifacts/app/$(fingerprint)"
  [ ! -x "$APP/alimenta" ] || return 0
  find_dotnet
  lock_build
  if [ ! -x "$APP/alimenta" ]; then # another start may have built it while this one waited
    if [ -d "$root/artifacts/app" ]; then words="The sources have changed: building Alimenta ..."; fi
    mkdir -p "$root/artifacts/app"
    rm -rf "$root"/artifacts/app/*.new
    run_quietly "$words" "$log" "$DOTNET" publish "$root/src/Alimenta.Cli" -c Release -o "$APP.new" -v q -p:UseSharedCompilation=false \
      || { explain_build "$log"; die "Alimenta could not be built."; }
    mv "$APP.new" "$APP"
    remove_unused_apps
  fi
  unlock_build
}

# Older builds go, but for those that a running program holds (a shared lock on its own executable).
remove_unused_apps() {
  local old
  for old in "$root"/artifacts/app/*/; do
    old=${old%/}
    if [ "$old" != "$APP" ] && [ -e "$old/alimenta" ]; then flock -n "$old/alimenta" rm -rf "$old" || true; fi
  done
}
