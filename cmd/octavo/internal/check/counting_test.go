package check

import (
	"fmt"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/styles"
)

// TestCounting reads a novel whose prologue has no number and some of whose titles say theirs.
func TestCounting(t *testing.T) {
	dir := t.TempDir()
	write := func(name, text string) {
		t.Helper()
		file := filepath.Join(dir, name)
		if err := os.MkdirAll(filepath.Dir(file), 0o755); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile(file, []byte(text), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	write("book.toml", `[book]
title = "The Ferry"
authors = ["A"]
[contents]
opening = ["praise.md"]
front = ["thanks.md"]
[[contents.part]]
title = "Part One"
chapters = ["a.md", "b.md", "c.md"]
[[contents.part]]
title = "The Other Bank"
chapters = ["d.md", "e.md", "g.md", "f.md", "h.md"]
`)
	for name, text := range map[string]string{
		"praise": "# Praise", "thanks": "+++\ncontents = false\n+++\n# Thanks", "a": "# Prologue", "b": "# Rope",
		"c": "# Chapter Two", "d": "+++\nnumber = false\n+++\n# A Letter", "e": "# Mud", "g": "# Introduction", "h": "# Afterword", "f": "+++\nnumber = true\n+++\n# Epilogue",
	} {
		write("manuscript/"+name+".md", text+"\n\nText.\n")
	}
	cfg, found := config.Load(dir, styles.FS)
	bk, more := manuscript.Read(filepath.Join(dir, "manuscript"), Contents(cfg))
	if found = append(found, more...); len(found) > 0 {
		t.Fatal(found.Err(), found)
	}
	var got []string
	for _, p := range bk.Parts {
		got = append(got, fmt.Sprintf("%s=%d", p.Title, p.Number))
	}
	for _, ch := range bk.Chapters() {
		s := fmt.Sprintf("%s=%d", book.PlainText(ch.Title), ch.Number)
		if ch.Unlisted {
			s += " unlisted"
		}
		if ch.Opening {
			s += " opening"
		}
		got = append(got, s)
	}
	want := "Part One=0, The Other Bank=2, Praise=0 unlisted opening, Thanks=0 unlisted, Prologue=0, Rope=1, Chapter Two=0, A Letter=0, " +
		"Mud=3, Introduction=4, Epilogue=5, Afterword=0"
	if got := strings.Join(got, ", "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
}
