package main

import (
	"bytes"
	"context"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/project"
	"octavo/cmd/octavo/internal/revise"
)

// TestAsking answers the questions about changes in every way.
func TestAsking(t *testing.T) {
	t.Parallel()
	const text = "# The Lamp\n\nThe job was *light* and long. It was soot and oil.\n"
	for _, c := range []struct{ name, typed, want, says string }{
		{"accepted", "a\na\n", "The job was *easy* and long. It was soot and lamp oil.", "The job was *[-light-]{+easy+}* and long."},
		{"declined and reworded", "d\na dialect\ne\na feather\n", "The job was *light* and long. It was soot and a feather.", "why? (one line for the reader, or none)"},
		{"quit", "a\nq\n", "The job was *easy* and long. It was soot and oil.", "[2 of 2]"},
		{"the input ends", "a\n", "The job was *easy* and long. It was soot and oil.", "[1 of 2]"},
		{"later, and asked what there is", "l\n?\nwhat\nl\n", "The job was *light* and long. It was soot and oil.", "q  ask no more: what was accepted is written"},
		{"words that are there already", "e\nlight\nl\nl\n", "The job was *light* and long. It was soot and oil.", "these words cannot be written there: the words are those that stand there"},
	} {
		t.Run(c.name, func(t *testing.T) {
			dir := t.TempDir()
			writeFiles(t, dir, map[string]string{"book.toml": "[book]\ntitle = \"The Lamp\"\nauthors = [\"A B\"]\n", "manuscript/a.md": text})
			p, err := project.Open(t.Context(), dir, project.Silent)
			if err != nil {
				t.Fatal(err)
			}
			defer p.Close()
			f, err := feedback.Read(t.Context(), "x.csv", []byte("reader,words,replacement,comment\nAnn,light,easy,\nAnn,oil,lamp oil,dear\n"), feedback.Subject{Text: p.Index()}, nil)
			if err != nil {
				t.Fatal(err)
			}
			for i := range f.Remarks {
				f.Remarks[i].Place = p.Index().Locate(&f.Remarks[i].Seen, nil)
			}
			s, err := revise.New(p, feedback.NewList(p.Book.Sources, f))
			if err != nil {
				t.Fatal(err)
			}
			var out bytes.Buffer
			if err := newAsking(t.Context(), s, strings.NewReader(c.typed), &out).run(); err != nil {
				t.Fatal(err)
			}
			r, err := s.Result()
			if err != nil {
				t.Fatal(err)
			}
			if err := r.Write(t.Context(), dir); err != nil {
				t.Fatal(err)
			}
			got, _ := os.ReadFile(filepath.Join(dir, "manuscript", "a.md"))
			if want := "# The Lamp\n\n" + c.want + "\n"; string(got) != want || !strings.Contains(out.String(), c.says) {
				t.Errorf("got %q\nit said\n%s", got, out.String())
			}
		})
	}
}

// TestAskingEnds ends with its context, though nobody types.
func TestAskingEnds(t *testing.T) {
	t.Parallel()
	in, w, err := os.Pipe()
	if err != nil {
		t.Fatal(err)
	}
	defer w.Close()
	ctx, cancel := context.WithCancel(t.Context())
	a := newAsking(ctx, &revise.Session{}, in, &bytes.Buffer{})
	cancel()
	if _, err := a.ask("?"); err != context.Canceled {
		t.Error(err)
	}
}

// TestEditIn lets a program edit words.
func TestEditIn(t *testing.T) {
	t.Parallel()
	got, err := editIn(t.Context(), []string{"sed", "-i", "s/light/easy/"}, "the light job")
	if err != nil || got != "the easy job" {
		t.Errorf("%q %v", got, err)
	}
	if _, err := editIn(t.Context(), []string{"false"}, "x"); err == nil || !strings.Contains(err.Error(), "cannot edit the words in false") {
		t.Error(err)
	}
}
