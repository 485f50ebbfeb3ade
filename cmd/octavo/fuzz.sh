#!/usr/bin/env bash
# Names the packages that read what others have written, or change what an author has, and have no fuzz target; then runs each target for
# FUZZTIME (10s) and lists what each came to. TARGETS is a regular expression for "package.Target": "cos|pdftext.FuzzText". Inputs that
# fail are under testdata/fuzz of their package, where go test takes them from then on.
set -u
cd "$(dirname "$0")"
go=${GO:-go}
failed=0

$go test -vet=off -count=1 -run '^TestFuzzTargets$' . || failed=1

log=$(mktemp)
trap 'rm -f "$log"' EXIT
# The sources name the targets: to ask go test for them would build the tests of every package.
while IFS=: read -r file found; do
  package=$(dirname "$file") target=${found#func }
  name=${package##*/}.$target
  [ "$package" != . ] || name=main.$target
  [[ $name =~ ${TARGETS:-.} ]] || continue
  result=ok
  if ! $go test -vet=off -run '^$' -fuzz "^$target\$" -fuzztime "${FUZZTIME:-10s}" -fuzzminimizetime 1x \
    ${PARALLEL:+-parallel "$PARALLEL"} "$package" >"$log" 2>&1; then
    # Go may say this where the time ended in the middle of an input.
    if grep -q 'context deadline exceeded' "$log" && ! grep -q 'Failing input' "$log"; then
      result="ok, ended in the middle of an input"
    else
      result=FAILED failed=1
    fi
  fi
  echo "$name: $(grep -o 'execs: [0-9]*' "$log" | tail -n 1) $result"
  [ "$result" != FAILED ] || cat "$log"
done < <(grep -r --include='*_test.go' -o '^func Fuzz[A-Z][A-Za-z0-9]*' . | sort)
exit $failed
