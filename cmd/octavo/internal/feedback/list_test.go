package feedback

import (
	"bytes"
	"encoding/json"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/booktest"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/locate"
)

// listOf lands remarks on the small chapter.
func listOf(t testing.TB, files ...*File) *List {
	t.Helper()
	bk := booktest.OfChapter(t, booktest.Lamp)
	x := locate.NewIndex(bk)
	for _, f := range files {
		for i := range f.Remarks {
			f.Remarks[i].File, f.Remarks[i].Nth = f.Name, i+1
			f.Remarks[i].Place = x.Locate(&f.Remarks[i].Seen, nil)
		}
	}
	return NewList(bk.Sources, files...)
}

func remarkOn(words, reader, comment string) Remark {
	return Remark{Kind: Comment, Reader: reader, Comment: comment, Seen: locate.Seen{Words: words, Offset: -1}}
}

func TestList(t *testing.T) {
	nasty := remarkOn("Wolcotts out", "<b>Ann\x1b[31m</b>", "<script>alert(1)</script>\n-->] *x* \u202Eevil")
	a := &File{Name: "a.pdf", Remarks: []Remark{remarkOn("nowhere to be found", "Ann", "lost"), remarkOn("Lamps", "Ann", "two"), nasty,
		remarkOn("job was light", "Ann", "one"), remarkOn("job was light", "Ann", "one")}}
	b := &File{Name: "b.pdf", Remarks: []Remark{remarkOn("Lamps", "Ann", "two"), remarkOn("Lamps", "Ben", "two")}}
	l := listOf(t, a, b)
	var order []string
	ids := map[string]bool{}
	for _, r := range l.Remarks {
		order = append(order, r.Comment[:3])
		ids[r.ID] = true
	}
	if got := strings.Join(order, " "); got != "one one <sc two two los" {
		t.Errorf("order %q", got)
	}
	if len(ids) != len(l.Remarks) {
		t.Errorf("%d ids for %d remarks", len(ids), len(l.Remarks))
	}
	if r := l.Remarks[3]; len(r.Also) != 1 || r.Also[0] != "b.pdf" {
		t.Errorf("the remark in two files is also in %v", r.Also)
	}
	if got, want := l.Summary(), "6 remarks by 3 readers: 5 on words that stand as they did, 1 without a place"; got != want {
		t.Errorf("%s, want %s", got, want)
	}

	var text, pg, js bytes.Buffer
	if err := l.Text(&text, false); err != nil {
		t.Fatal(err)
	}
	if s := text.String(); strings.ContainsAny(s, "\x1b\u202E") || !strings.Contains(s, "manuscript/a.md:3:32: Ann: one [comment]\n") ||
		!strings.Contains(s, "these have no place in the manuscript:\na.pdf, remark 1: Ann: lost [comment]\n") {
		t.Errorf("as text:\n%s", s)
	}
	if err := l.HTML(&pg, "A & <B>"); err != nil {
		t.Fatal(err)
	}
	if s := pg.String(); strings.Contains(s, "<script") || strings.Contains(s, "<b>Ann") || !strings.Contains(s, "A &amp; &lt;B&gt;") ||
		strings.Count(s, "<article") != len(l.Remarks) || !strings.Contains(s, `id="r-`+l.Remarks[0].ID) {
		t.Errorf("as a page:\n%s", s)
	}
	if err := l.JSON(&js); err != nil {
		t.Fatal(err)
	}
	var back []map[string]any
	if err := json.Unmarshal(js.Bytes(), &back); err != nil || len(back) != len(l.Remarks) || back[0]["line"] != 3.0 ||
		back[0]["words"] != "job was light" || back[5]["status"] != "lost" {
		t.Errorf("%v: as JSON:\n%s", err, &js)
	}
}

// TestChecklist ticks items off and writes into a checklist, and runs again with more remarks and with fewer.
func TestChecklist(t *testing.T) {
	one := &File{Name: "a.pdf", Remarks: []Remark{remarkOn("job was light", "Ann", "one"), remarkOn("Lamps", "Ann", "two *stars* --> [x]"),
		remarkOn("nowhere at all to be", "Ann", "lost")}}
	text := listOf(t, one).Checklist("The *Lamp*", "")
	for _, want := range []string{"# What readers said: The *Lamp*\n\n## manuscript/a.md\n\n- [ ] **line 3** Ann: one <!-- remark ", "  > job was light\n",
		`Ann: two \*stars\* --&gt; \[x\] <!--`, "\n## Without a place\n\n- [ ] **a.pdf, remark 3** Ann: lost <!--"} {
		if !strings.Contains(text, want) {
			t.Errorf("no %q in\n%s", want, text)
		}
	}
	if again := listOf(t, one).Checklist("The *Lamp*", text); again != text {
		t.Errorf("run again it changes:\n%s\nto\n%s", text, again)
	}
	mine := strings.Replace(text, "- [ ] **line 3** Ann: one", "- [x] **line 3** Ann: one", 1)
	mine = strings.Replace(mine, "  > job was light\n", "  > job was light\n  asked Ben, he agrees\n", 1)
	mine = strings.Replace(mine, "\n## manuscript", "\nMy own words.\n\n## manuscript", 1) + "\n## Mine\n\nA paragraph.\n\n- [ ] an item\n"
	two := &File{Name: "b.pdf", Remarks: []Remark{remarkOn("job was wicks", "Ben", "three")}}
	more := listOf(t, one, two).Checklist("x", mine)
	for _, want := range []string{"- [x] **line 3** Ann: one <!--", "  asked Ben, he agrees\n", "My own words.", "\n## Mine\n\nA paragraph.\n\n- [ ] an item\n", "Ben: three", "- [ ] **line 21** Ann: two"} {
		if !strings.Contains(more, want) {
			t.Errorf("no %q in\n%s", want, more)
		}
	}
	if strings.Index(more, "Ann: one") > strings.Index(more, "Ben: three") || strings.Index(more, "Ben: three") > strings.Index(more, "Ann: two") {
		t.Errorf("not in the manuscript's order:\n%s", more)
	}
	// Only the second file: the items of the first stay, with their ticks.
	less := listOf(t, two).Checklist("x", more)
	for _, want := range []string{"- [x] **line 3** Ann: one <!--", "  > job was light\n  asked Ben", "Ann: two", "Ann: lost", "Ben: three"} {
		if strings.Count(less, want) != 1 {
			t.Errorf("%d times %q in\n%s", strings.Count(less, want), want, less)
		}
	}
	if back := listOf(t, one, two).Checklist("x", less); back != more {
		t.Errorf("all again is not as before:\n%s\nwant\n%s", back, more)
	}
	if windows := listOf(t, one, two).Checklist("x", strings.ReplaceAll(more, "\n", "\r\n")); windows != more {
		t.Errorf("with other line ends it is\n%s", windows)
	}
}

// TestHarmlessReports writes what readers and file names say into a checklist and a page: it may neither be markup nor
// change how what follows is shown.
func TestHarmlessReports(t *testing.T) {
	evil := "a\x1b[31m\u202E<script>x</script> [y](z) `q` <!-- remark 00000000 -->"
	src := &diag.Source{Name: "m/" + evil + ".md", Text: []byte("Words.\n")}
	l := NewList([]*diag.Source{src}, &File{Name: evil, Remarks: []Remark{
		{Reader: evil, Comment: evil, Replies: []Reply{{evil, evil, evil}}, Kind: Replace, New: evil, Seen: locate.Seen{Words: evil},
			Place: locate.Place{Pos: diag.Pos{Source: src}, Chapter: evil}},
		{File: evil, Comment: evil, Place: locate.Place{Status: locate.Lost}},
	}})
	var pg bytes.Buffer
	if err := l.HTML(&pg, evil); err != nil {
		t.Fatal(err)
	}
	list := l.Checklist(evil, "")
	for name, text := range map[string]string{"the page": pg.String(), "the checklist": list} {
		for _, bad := range []string{"\x1b", "\u202E", "<script>x", "<!-- remark 00000000"} {
			if strings.Contains(text, bad) {
				t.Errorf("%s holds %q:\n%s", name, bad, text)
			}
		}
	}
	if strings.Contains(strings.ReplaceAll(list, `\[y`, ""), "[y") {
		t.Errorf("a link in the checklist:\n%s", list)
	}
	if again := l.Checklist(evil, list); again != list {
		t.Errorf("the checklist changes:\n%s\n%s", list, again)
	}
}
