package ledger

import (
	"path"
	"strings"
	"testing"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/feedback"
	"octavo/cmd/octavo/internal/locate"
	"octavo/cmd/octavo/internal/project"
)

var today = Moment{Date: "2026-11-27", Revision: "abc"}

// placed returns a replacement, whose words stand in a text or not.
func placed(comment, text string) feedback.Remark {
	const before, old, after = "It was soot, and ", "oil", " carried up by hand."
	r := feedback.Remark{Kind: feedback.Replace, Reader: "Ada Quill", Comment: comment, New: "lamp oil",
		Seen: locate.Seen{Copy: "a-1", Before: before, Words: old, After: after, Offset: -1}}
	src := &diag.Source{Name: "manuscript/a.md", Text: []byte(text)}
	r.Place = locate.Place{Status: locate.AsMarked, Pos: diag.Pos{Source: src}, Before: text[:len(before)], Here: text[len(before) : len(text)-len(after)],
		After: text[len(text)-len(after):]}
	return r
}

// TestRemember reads the same remarks twice, an answer between them, and again when the text has changed.
func TestRemember(t *testing.T) {
	const was, is, other = "It was soot, and oil carried up by hand.", "It was soot, and lamp oil carried up by hand.", "It was soot, and wicks carried up by hand."
	root := folder(t, `{"copies":[{"id":"a-1","reader":"ada-quill","name":"Ada Quill","format":"pdf","file":"a.pdf","snapshot":"s1","map":"m.json"}]}`)
	shelf, err := OpenShelf(root, "b")
	if err != nil {
		t.Fatal(err)
	}
	p := &project.Project{Cfg: &config.Config{}}
	read := func(file, text string, status locate.Status) *feedback.List {
		one, two := placed("", text), placed("or so", text)
		one.Place.Status, two.Place.Status = status, status
		list := feedback.NewList(nil, &feedback.File{Name: file, Remarks: []feedback.Remark{one, two}})
		if err := UpdateAnswers(t.Context(), root, func(a *Answers) error { a.Remember(p, shelf, list, today); return nil }); err != nil {
			t.Fatal(err)
		}
		return list
	}
	outcomes := func(want string) *Answers {
		t.Helper()
		a, err := ReadAnswers(root)
		if err != nil {
			t.Fatal(err)
		}
		var got []string
		for _, r := range a.Remarks {
			got = append(got, string(r.Outcome)+" "+string(r.By))
		}
		if s := strings.Join(got, ", "); s != want {
			t.Errorf("the remarks are %q, want %q", s, want)
		}
		return a
	}
	read("a.pdf", was, locate.AsMarked)
	read("b.xfdf", was, locate.AsMarked)
	a := outcomes("open , open ")
	if r := a.Remarks[0]; r.Reader != "ada-quill" || r.Stood != locate.AsMarked || r.Read != today.Date || a.Find(r.Key[:5]) != r || a.Find("zz") != nil || a.Find("") != nil {
		t.Errorf("the first is %+v", r)
	}
	if err := UpdateAnswers(t.Context(), root, func(a *Answers) error {
		a.Remarks[1].Settle(feedback.Declined, " the dialect is meant\n", today)
		return nil
	}); err != nil {
		t.Fatal(err)
	}
	list := read("a.pdf", is, locate.Changed)
	outcomes("taken text, declined author")
	if got := list.Remarks[1].Answer; got.Outcome != feedback.Declined || got.Why != "the dialect is meant" {
		t.Errorf("the second is listed as %+v", got)
	}
	read("a.pdf", other, locate.Changed)
	outcomes("changed text, declined author")
	read("a.pdf", was, locate.AsMarked)
	outcomes("open , declined author")
}

// TestAnswersRefused gives files that octavo cannot have written.
func TestAnswersRefused(t *testing.T) {
	const good = `{"key":"0123abcd","kind":"note","outcome":"open","read":"2026-11-27"}`
	in := func(text string) string { return `{"octavo_answers":1,"remarks":[` + text + `]}` }
	write := func(text string) *Answers {
		root := folder(t, "")
		writeFile := path.Join(project.ReviewPath, AnswersName)
		write(t, root, writeFile, text)
		a, err := ReadAnswers(root)
		if err != nil {
			if !strings.Contains(err.Error(), "mend it or move it away") {
				t.Error(err)
			}
			t.Log(err)
			return nil
		}
		return a
	}
	if a := write(in(good)); a == nil || len(a.Remarks) != 1 {
		t.Error("a good file is refused")
	}
	for _, bad := range []string{"{", "[]", `{"remarks":[]}`, `{"octavo_answers":2}`, in("null"), in(good + "," + good),
		in(strings.Replace(good, "0123abcd", "../../etc", 1)), in(strings.Replace(good, `"open"`, `"lost"`, 1)),
		in(strings.Replace(good, `"kind"`, `"reader":"../x","kind"`, 1)), in(strings.Replace(good, `"kind"`, `"copy":"\u001b[31m","kind"`, 1)),
		in(strings.Replace(good, `"kind"`, `"by":"me","kind"`, 1)), in(strings.Replace(good, `"kind"`, `"line":-1,"kind"`, 1)),
		in(strings.Replace(good, `"kind"`, `"told":{"snapshot":"..","outcome":"open"},"kind"`, 1)),
		in(strings.Replace(good, `"note"`, `"`+strings.Repeat("x", 20<<10)+`"`, 1))} {
		if write(bad) != nil {
			t.Errorf("%.80s is read", bad)
		}
	}
}

// What anybody has written is read or refused; what is written of it can be read again, as the same.
func FuzzAnswers(f *testing.F) {
	f.Add(`{"octavo_answers":1,"remarks":[{"key":"0123abcd","reader":"ada","kind":"replacement","words":"oil","new":"lamp oil","outcome":"taken","by":"text","read":"2026-11-27","told":{"snapshot":"0123","outcome":"open"}}]}`)
	f.Add(`{"octavo_answers":1,"remarks":null}`)
	f.Add(`{"octavo_answers":1,"remarks":[{"key":"0123abcd","comment":"\ud800","line":1e9,"outcome":"open"}]}`)
	f.Fuzz(func(t *testing.T, text string) {
		a := &Answers{}
		if err := a.parse([]byte(text)); err != nil {
			return
		}
		for _, r := range a.Remarks {
			if a.Find(r.Key) != r {
				t.Errorf("%q is not found", r.Key)
			}
		}
		once, err := a.bytes()
		if err != nil {
			t.Fatal(err)
		}
		again := &Answers{}
		if err := again.parse(once); err != nil {
			t.Fatalf("%v:\n%s", err, once)
		}
		if twice, err := again.bytes(); err != nil || string(once) != string(twice) {
			t.Errorf("%v: what is written is read as\n%s\nnot\n%s", err, twice, once)
		}
	})
}
