package pagemap

import (
	"bytes"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/diag"
)

func record() *Record {
	src := &diag.Source{Name: "manuscript/a.md", Text: []byte("one two three\nfour <b> five\nsix\n\nseven\n")}
	at := func(offset int) Place { return Place{Pos: diag.Pos{Source: src}, Offset: offset} }
	m := &Map{Pages: []Page{
		{Number: 1, Label: "i", Kind: TitlePage},
		{Number: 2, Label: "1", Kind: Chapter, ID: "a", Anchors: []string{"a", "x"}, Lines: []Line{
			{Y: 72 << 16, Start: at(0), Text: "one two"}, {Y: 86<<16 + 1<<15, Start: at(8), Text: "three four"}}},
		{Number: 3, Label: "2", Kind: Chapter, ID: "a", Lines: []Line{{Y: 72 << 16, Start: at(19), Text: "<b> five six"}}},
	}}
	return m.Record("A & B", func(p Place) diag.Pos { return diag.Pos{Source: p.Pos.Source, Offset: p.Offset} })
}

func TestRecord(t *testing.T) {
	r := record()
	var b, again bytes.Buffer
	if err := r.Write(&b); err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(b.String(), "\n"); n != 5 || !strings.Contains(b.String(), `"text":"<b> five six"`) {
		t.Errorf("%d lines:\n%s", n, &b)
	}
	back, err := ReadRecord(bytes.NewReader(b.Bytes()))
	if err != nil {
		t.Fatal(err)
	}
	if err := back.Write(&again); err != nil || !bytes.Equal(b.Bytes(), again.Bytes()) {
		t.Errorf("%v: read and written again it is\n%s", err, &again)
	}
	for _, c := range []struct {
		folio string
		line  int
		want  string
	}{{"1", 2, ""}, {"2", 1, ""}, {"1", 3, "page 1 has 2 lines"}, {"i", 1, "it is the title page"}, {"9", 1, "the last is 2"}} {
		l, err := back.Line(c.folio, c.line)
		if c.want == "" && (err != nil || l.File != "manuscript/a.md") || c.want != "" && (err == nil || !strings.Contains(err.Error(), c.want)) {
			t.Errorf("page %s line %d: %v, %v", c.folio, c.line, l, err)
		}
	}
	if l, _ := back.Line("1", 2); l.Line != 1 || l.Column != 9 || l.Y != 86.5 {
		t.Errorf("line 2 of page 1: %+v", l)
	}
}

func TestOf(t *testing.T) {
	r := record()
	for line, want := range map[int]string{1: "1:1 1:2", 2: "1:2 2:1", 3: "2:1", 5: "2:1"} {
		var got []string
		for _, p := range r.Of("manuscript/a.md", line) {
			got = append(got, p.Folio+":"+string(rune('0'+p.Nth)))
		}
		if strings.Join(got, " ") != want {
			t.Errorf("line %d is printed at %v, want %s", line, got, want)
		}
	}
	if got := r.Of("manuscript/b.md", 1); got != nil {
		t.Errorf("a file that is not printed is at %v", got)
	}
}

func TestReadRecordErrors(t *testing.T) {
	for text, want := range map[string]string{"": "not a page map", "{}": "no octavo_pagemap", `{"octavo_pagemap": 9}`: "form 9"} {
		if _, err := ReadRecord(strings.NewReader(text)); err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%q: %v", text, err)
		}
	}
}
