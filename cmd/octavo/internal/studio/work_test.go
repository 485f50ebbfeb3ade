package studio

import (
	"strings"
	"testing"
)

// small is a book of one chapter, with whatever else stands in the chapter.
func small(t *testing.T, chapter string) string {
	dir := t.TempDir()
	put(t, dir, "book.toml", "[book]\ntitle = \"Small\"\nauthors = [\"A B\"]\ndate = 2026-01-01\n[check.levels]\ntheme-none = \"off\"\n")
	put(t, dir, "manuscript/01.md", chapter)
	return dir
}

const entry = "+++\nkind = \"meme\"\n+++\n"

// TestProblems: the list has each problem with its place, its source, and the way to mend it; the fix changes what it shows alone; undo
// takes it back.
func TestProblems(t *testing.T) {
	before := "# One\n\n##Ask before you answer.\n" + entry + "\nThe gloss is is so.\n"
	dir := small(t, before)
	s := New(dir, Options{})
	var list problemList
	ask(t, s, "GET", "/api/problems", nil, &list)
	if len(list.Groups) != 1 || list.Groups[0].Key != "manuscript/01.md" || list.Errors == 0 || list.Mendable != 1 {
		t.Fatalf("the list is %+v", list)
	}
	first := list.Groups[0].Problems[0]
	if first.Severity != "error" || first.Code != "heading-space" || first.Line != 3 || first.Source == nil || first.Source.Marked == "" || !first.Mends {
		t.Errorf("the first problem is %+v", first)
	}
	last := list.Groups[0].Problems[len(list.Groups[0].Problems)-1]
	if last.Code != "doubled-word" || last.Source.Before != "The gloss " || last.Source.Marked != "is is" {
		t.Errorf("the last problem is %+v", last)
	}
	var kinds problemList
	if ask(t, s, "GET", "/api/problems?by=code&only=warning", nil, &kinds); len(kinds.Groups) == 0 || kinds.Groups[0].About == "" || kinds.Groups[0].Errors != 0 {
		t.Errorf("by kinds the warnings are %+v", kinds)
	}
	var p preview
	if code := ask(t, s, "GET", "/api/fix?id="+first.ID, nil, &p); code != 200 || !strings.Contains(p.Diff, "+## Ask before") {
		t.Fatalf("the fix is %d %+v", code, p)
	}
	if contents(t, dir, "manuscript/01.md") != before {
		t.Error("a preview has changed the file")
	}
	if code := ask(t, s, "POST", "/api/fix", chosen{first.ID, "another"}, nil); code != 409 {
		t.Errorf("another change than was shown is answered by %d", code)
	}
	var d done
	if code := ask(t, s, "POST", "/api/fix", chosen{first.ID, p.Token}, &d); code != 200 || d.Undo != "1 fix" {
		t.Errorf("fixing is answered by %d %+v", code, d)
	}
	if now := contents(t, dir, "manuscript/01.md"); now != strings.Replace(before, "##Ask", "## Ask", 1) {
		t.Errorf("the file is %q", now)
	}
	if ask(t, s, "GET", "/api/problems", nil, &list); list.Errors != 0 {
		t.Errorf("after the fix there is %+v", list)
	}
	if code := ask(t, s, "POST", "/api/fix", chosen{first.ID, p.Token}, nil); code != 409 {
		t.Errorf("a fix that is made already is answered by %d", code)
	}
	if code := ask(t, s, "POST", "/api/undo", struct{}{}, nil); code != 200 || contents(t, dir, "manuscript/01.md") != before {
		t.Errorf("undo is answered by %d", code)
	}
	if code := ask(t, s, "POST", "/api/undo", struct{}{}, nil); code != 422 {
		t.Errorf("undoing nothing is answered by %d", code)
	}
}

// TestProblemsAlike: of more than a hundred alike a hundred are shown, unless all are asked for.
func TestProblemsAlike(t *testing.T) {
	s := New(small(t, "# One\n\n"+strings.Repeat("It is is so.\n\n", 130)), Options{})
	var list problemList
	ask(t, s, "GET", "/api/problems", nil, &list)
	if g := list.Groups[0]; len(g.Problems) != mostAlike || len(g.More) != 1 || g.More[0].Count != 30 || g.Warnings != 130 {
		t.Errorf("%d are shown, more: %+v", len(g.Problems), g.More)
	}
	if ask(t, s, "GET", "/api/problems?all=doubled-word", nil, &list); len(list.Groups[0].Problems) != 130 {
		t.Errorf("of all %d are shown", len(list.Groups[0].Problems))
	}
	ids := map[string]bool{}
	for _, p := range list.Groups[0].Problems {
		ids[p.ID] = true
	}
	if len(ids) != 130 {
		t.Errorf("they have %d ids", len(ids))
	}
}

// TestProblemsOfNoBook: a folder without a book, and none at all, are problems, not failures.
func TestProblemsOfNoBook(t *testing.T) {
	var list problemList
	if ask(t, New(t.TempDir(), Options{}), "GET", "/api/problems", nil, &list); list.Errors != 1 {
		t.Errorf("an empty folder: %+v", list)
	}
	if ask(t, New(t.TempDir()+"/none", Options{}), "GET", "/api/problems", nil, &list); list.Fault == "" {
		t.Errorf("no folder: %+v", list)
	}
}

// TestExplanation: every code is explained.
func TestExplanation(t *testing.T) {
	s := New(t.TempDir(), Options{})
	var e explanation
	if ask(t, s, "GET", "/api/explain/doubled-word", nil, &e); e.About == "" || !strings.Contains(e.Silence, "doubled-word") {
		t.Errorf("it is %+v", e)
	}
	if code := ask(t, s, "GET", "/api/explain/nothing", nil, nil); code != 404 {
		t.Errorf("a code that there is not is answered by %d", code)
	}
}

// TestExtract: the line that is shown is cut around a place, at characters, and no control character is in it.
func TestExtract(t *testing.T) {
	long := strings.Repeat("ü", 400)
	s := New(small(t, "# One\n\n"+long+" is is "+long+"\n"), Options{})
	var list problemList
	ask(t, s, "GET", "/api/problems", nil, &list)
	x := list.Groups[0].Problems[0].Source
	if x.Marked != "is is" || len(x.Before) > mostAround || len(x.After) > mostAround || strings.Contains(x.Before+x.After, "\uFFFD") {
		t.Errorf("it is %+v", x)
	}
}
