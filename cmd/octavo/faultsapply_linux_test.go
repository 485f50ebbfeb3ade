package main

import (
	"fmt"
	"path/filepath"
	"regexp"
	"strings"
	"sync"
	"testing"

	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/ledger"
	"octavo/cmd/octavo/internal/project"
)

// wanted is a change that one reader wants.
type wanted struct{ reader, chapter, old, new string }

// atOnceWanted are changes of five readers, two of them in the same chapter, twice.
var atOnceWanted = []wanted{
	{"Ann", "one", "lamp one was wicks", "lamp one was oil"},
	{"Ben", "one", "on the water 2 times", "on the water often"},
	{"Cleo", "two", "lamp two was wicks", "lamp two was tallow"},
	{"Dan", "two", "on the water 3 times", "on the water rarely"},
	{"Eve", "three", "lamp three was wicks", "lamp three was gas"},
}

// politely is what a command says that found the book changed under its hands, or has waited for the others too long on a busy machine.
var politely = regexp.MustCompile(`has been changed by another program; run the command again|has been changed just now|another octavo has held .* run the command again`)

// applied reports whether a change stands in the book, and whether it is recorded as taken; it fails where a text is neither the old nor
// the new one.
func (w *wanted) applied(t *testing.T, dir string) (stands, recorded bool) {
	t.Helper()
	text := readTree(t, dir)["manuscript/"+w.chapter+".md"]
	stands = strings.Contains(text, w.new)
	if stands == strings.Contains(text, w.old) {
		t.Errorf("%s has neither %q nor %q alone:\n%s", w.chapter, w.old, w.new, text)
	}
	root, err := project.OpenBook(dir)
	if err != nil {
		t.Fatal(err)
	}
	defer root.Close()
	answers, err := ledger.ReadAnswers(root)
	if err != nil {
		t.Fatal(err)
	}
	for _, r := range answers.Remarks {
		recorded = recorded || r.Name == w.reader && r.Outcome == feedback.Taken && r.By == ledger.ByAuthor
	}
	return stands, recorded
}

// Five authors take in the changes of one reader each, at once: what a command says that it has done is done and recorded, the others say
// that somebody was faster, change nothing, and do it when they are run again. All of it can be undone.
func TestAppliesAtOnce(t *testing.T) {
	slow(t)
	losers := 0
	for range faults(t, 1) {
		top := t.TempDir()
		dir := filepath.Join(top, "book")
		writeFiles(t, dir, faultTexts(true))
		for _, w := range atOnceWanted {
			writeFiles(t, top, map[string]string{w.reader + ".csv": fmt.Sprintf("reader,words,new,comment\n%s,%s,%s,\n", w.reader, w.old, w.new)})
		}
		lines := func(w *wanted) []string {
			return []string{"feedback", "--apply", "--accept-all", filepath.Join(top, w.reader+".csv"), "-C", dir}
		}
		said, errs := make([]string, len(atOnceWanted)), make([]error, len(atOnceWanted))
		var group sync.WaitGroup
		for i := range atOnceWanted {
			group.Go(func() {
				out, more, err := octavo(t, nil, lines(&atOnceWanted[i])...)
				said[i], errs[i] = out+more, err
			})
		}
		group.Wait()
		done := 0
		for i, w := range atOnceWanted {
			stands, recorded := w.applied(t, dir)
			switch {
			case errs[i] == nil:
				if done++; !stands || !recorded {
					t.Errorf("%s: it says that it is done, but stands %v, recorded %v\n%s", w.reader, stands, recorded, said[i])
				}
			case stands || recorded || !politely.MatchString(said[i]):
				t.Errorf("%s: %v, stands %v, recorded %v\n%s", w.reader, errs[i], stands, recorded, said[i])
			}
		}
		if done == 0 {
			t.Errorf("nobody has done it: %q", said)
		}
		losers += len(atOnceWanted) - done
		for i, w := range atOnceWanted {
			if errs[i] == nil {
				continue
			}
			if out, more, err := octavo(t, nil, lines(&atOnceWanted[i])...); err != nil {
				t.Errorf("%s again: %v\n%s%s", w.reader, err, out, more)
			}
		}
		for _, w := range atOnceWanted {
			if stands, recorded := w.applied(t, dir); !stands || !recorded {
				t.Errorf("%s in the end: stands %v, recorded %v", w.reader, stands, recorded)
			}
		}
		for n := range atOnceWanted {
			if out, more, err := octavo(t, nil, "feedback", "--undo", "-C", dir); err != nil {
				t.Errorf("undo %d: %v\n%s%s", n+1, err, out, more)
			}
		}
		for name, text := range faultTexts(true) {
			if now := readTree(t, dir)[name]; now != text {
				t.Errorf("all is undone, but %s is\n%s", name, now)
			}
		}
		for name := range readTree(t, dir) {
			if leftover(name) {
				t.Errorf("left is %s", name)
			}
		}
		if t.Failed() {
			break
		}
	}
	t.Logf("%d of those who came together were too late", losers)
}
