package studio

import (
	"bytes"
	"encoding/json"
	"fmt"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"
)

// drop sends a file that a reader sent back, and returns the status of the answer.
func drop(t *testing.T, s *Studio, name string, data []byte, to any) int {
	t.Helper()
	w := httptest.NewRecorder()
	s.routes().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), "POST", "/api/comments?name="+url.QueryEscape(name), bytes.NewReader(data)))
	if to != nil {
		if err := json.Unmarshal(w.Body.Bytes(), to); err != nil {
			t.Fatalf("%s: %d %.300s", name, w.Code, w.Body)
		}
	}
	return w.Code
}

const told = "# One\n\nAs a child I supposed that the *job was light*. The job was wicks.\n\nAll of it was mine.\n"

const fromAnn = "reader,words,new,comment\nAnn,light,easy,a better word?\nAnn,All of it,Everything,\nAnn,wicks,,nice\nAnn,a herring,a trout,\n"

// TestComments: what a reader sent is listed at its lines; a change is shown, written and taken back; answers are remembered; a new
// studio knows it all.
func TestComments(t *testing.T) {
	dir := small(t, told)
	s := New(dir, Options{})
	var r receipt
	if code := drop(t, s, "from Ann.csv", []byte(fromAnn), &r); code != 200 || r.Remarks != 4 || r.New != 4 || r.Again {
		t.Fatalf("the file is answered by %d %+v", code, r)
	}
	if code := drop(t, s, "again.csv", []byte(fromAnn), &r); code != 200 || r.New != 0 {
		t.Errorf("the same remarks again: %d %+v", code, r)
	}
	if drop(t, s, "from Ann.csv", []byte(fromAnn), &r); !r.Again {
		t.Errorf("the same file again: %+v", r)
	}
	var list commentList
	ask(t, s, "GET", "/api/comments", nil, &list)
	if len(list.Comments) != 4 || len(list.Accept) != 2 || len(list.Readers) != 1 {
		t.Fatalf("the list is %+v", list)
	}
	light := list.Comments[0]
	if light.Words != "light" || light.File != "manuscript/01.md" || light.Line != 3 || light.Change == nil || light.On == nil || light.On.Page < 1 {
		t.Errorf("the first comment is %+v", light)
	}
	if gone := list.Comments[3]; gone.File != "" || gone.Change == nil || gone.Change.Refused == "" {
		t.Errorf("the comment without a place is %+v", gone)
	}
	var p preview
	say := accepting{IDs: []string{light.ID}, Why: "thank you"}
	if code := ask(t, s, "POST", "/api/comments/preview", say, &p); code != 200 || !strings.Contains(p.Diff, "+As a child I supposed that the *job was easy*.") {
		t.Fatalf("the preview is %d %+v", code, p)
	}
	if contents(t, dir, "manuscript/01.md") != told {
		t.Error("a preview has changed the manuscript")
	}
	if code := ask(t, s, "POST", "/api/comments/accept", say, nil); code != 409 {
		t.Errorf("a change that was not shown is answered by %d", code)
	}
	say.Token = p.Token
	var d done
	if code := ask(t, s, "POST", "/api/comments/accept", say, &d); code != 200 || d.Undo != "1 change" {
		t.Errorf("accepting is answered by %d %+v", code, d)
	}
	if now := contents(t, dir, "manuscript/01.md"); now != strings.Replace(told, "light", "easy", 1) {
		t.Errorf("the manuscript is %q", now)
	}
	if code := ask(t, s, "POST", "/api/comments/answer", answering{[]string{list.Comments[2].ID}, "declined", "it stays"}, nil); code != 200 {
		t.Error(code)
	}
	var again commentList
	ask(t, New(dir, Options{}), "GET", "/api/comments", nil, &again)
	byID := map[string]comment{}
	for _, c := range again.Comments {
		byID[c.ID] = c
	}
	if len(byID) != 4 || byID[light.ID].Outcome != "taken" || byID[light.ID].Why != "thank you" || byID[list.Comments[2].ID].Outcome != "declined" {
		t.Errorf("a new studio has %+v", again)
	}
	if ask(t, s, "POST", "/api/undo", struct{}{}, nil); contents(t, dir, "manuscript/01.md") != told {
		t.Error("undo does not take the change back")
	}
	if ask(t, s, "GET", "/api/comments", nil, &again); again.Comments[0].Outcome != "open" {
		t.Errorf("after undo the comment is %s", again.Comments[0].Outcome)
	}
}

// TestCommentsChanged: a change whose words are gone is not lost, says so, and is not written; the author's own words can be.
func TestCommentsChanged(t *testing.T) {
	dir := small(t, told)
	s := New(dir, Options{})
	drop(t, s, "ann.csv", []byte(fromAnn), nil)
	var list commentList
	ask(t, s, "GET", "/api/comments", nil, &list)
	light, all := list.Comments[0].ID, list.Comments[2].ID
	words := "The whole"
	say := accepting{IDs: []string{all}, Words: &words}
	var p preview
	if code := ask(t, s, "POST", "/api/comments/preview", say, &p); code != 200 || !strings.Contains(p.Diff, "+The whole was mine.") {
		t.Errorf("other words: %d %+v", code, p)
	}
	say.Token = p.Token
	put(t, dir, "manuscript/01.md", strings.Replace(told, "light", "heavy", 1))
	s.book.change()
	if code := ask(t, s, "POST", "/api/comments/preview", accepting{IDs: []string{light}}, nil); code != 422 {
		t.Errorf("a change of words that are gone is answered by %d", code)
	}
	if code := ask(t, s, "POST", "/api/comments/accept", say, nil); code != 409 {
		t.Errorf("a change of a file that is another one now is answered by %d", code)
	}
	var now commentList
	ask(t, s, "GET", "/api/comments", nil, &now)
	for _, c := range now.Comments {
		if c.ID == light && (c.Change.Refused == "" || c.Outcome == "taken") {
			t.Errorf("the change of words that are gone is %+v %+v", c, c.Change)
		}
	}
	if len(now.Comments) != 4 || slices.Contains(now.Accept, light) {
		t.Errorf("the list is %+v", now)
	}
	for _, bad := range []any{accepting{IDs: []string{"none"}}, accepting{}} {
		if code := ask(t, s, "POST", "/api/comments/preview", bad, nil); code == 200 {
			t.Errorf("%+v is accepted", bad)
		}
	}
	if code := ask(t, s, "POST", "/api/comments/answer", answering{[]string{light}, "burnt", ""}, nil); code != 400 {
		t.Errorf("an answer that there is not is answered by %d", code)
	}
}

// TestCommentsHostile: names lead nowhere, what is no file of comments is refused with what to do, and nothing of it is kept.
func TestCommentsHostile(t *testing.T) {
	dir := small(t, told)
	s := New(dir, Options{})
	for name, want := range map[string]string{"../../x.csv": "x.csv", `..\..\x.csv`: "x.csv", "a\x00b\n.csv": "ab.csv", ".hidden": "hidden", "/": "file", "": "file",
		strings.Repeat("ü", 200) + ".csv": strings.Repeat("ü", 58) + ".csv", "\u202Efdp.csv": "fdp.csv", "con:x|y.csv": "conxy.csv"} {
		if got := plainFileName(name); got != want {
			t.Errorf("%q becomes %q, want %q", name, got, want)
		}
	}
	if code := drop(t, s, "../../../evil.csv", []byte(fromAnn), nil); code != 200 {
		t.Error(code)
	}
	kept, err := os.ReadDir(filepath.Join(dir, "build", "review", "received"))
	if err != nil || len(kept) != 1 || !strings.HasSuffix(kept[0].Name(), "-evil.csv") {
		t.Errorf("kept are %v, %v", kept, err)
	}
	for name, data := range map[string]string{"empty.pdf": "", "text.txt": "no comments", "bad.pdf": "%PDF-1.7\nnothing", "zip.docx": "PK\x03\x04broken"} {
		var p problem
		if code := drop(t, s, name, []byte(data), &p); code != 422 || p.Message == "" {
			t.Errorf("%s is answered by %d %+v", name, code, p)
		}
	}
	var r receipt
	if code := drop(t, s, "kindle.txt", []byte("Another Book (Somebody)\n- Your Highlight on page 5 | Location 61-63 | Added on Friday, 27 November 2026 10:00:00\n\nwords that are nowhere in this one\n==========\n"), &r); code != 200 || r.Foreign == "" {
		t.Errorf("notes in another book: %d %+v", code, r)
	}
	if kept, _ := os.ReadDir(filepath.Join(dir, "build", "review", "received")); len(kept) != 1 {
		t.Errorf("kept are %v", kept)
	}
	for n := range mostReceived {
		put(t, dir, fmt.Sprintf("build/review/received/%04d-x.csv", n), "")
	}
	var p problem
	if code := drop(t, s, "more.csv", []byte(fromAnn), &p); code != 422 || !strings.Contains(p.Message, "build/review/received") {
		t.Errorf("a file after the last that is read is answered by %d %+v", code, p)
	}
	w := httptest.NewRecorder()
	s.routes().ServeHTTP(w, httptest.NewRequestWithContext(t.Context(), "POST", "/api/comments?name=large.pdf", endless{}))
	if w.Code != 413 || !strings.Contains(w.Body.String(), "256 MB") {
		t.Errorf("a file without end is answered by %d %s", w.Code, w.Body)
	}
	if code := drop(t, New(t.TempDir(), Options{}), "ann.csv", []byte(fromAnn), nil); code != 409 {
		t.Errorf("comments without a book are answered by %d", code)
	}
}

// endless is a body without end.
type endless struct{}

func (endless) Read(p []byte) (int, error) { return len(p), nil }

// annotated returns a PDF of one line of text, on which Ann has struck out some words and written others.
func annotated(before, struck, after, instead string) []byte {
	const size, wide = 10.0, 6.0 // Courier: 0.6 of its size
	x0 := 50 + wide*float64(len(before))
	x1 := x0 + wide*float64(len(struck))
	quad := fmt.Sprintf("/QuadPoints[%.1f 710 %.1f 710 %.1f 698 %.1f 698]/Rect[%.1f 698 %.1f 710]", x0, x1, x0, x1, x0, x1)
	text := fmt.Sprintf("BT /F1 %g Tf 50 700 Td (%s) Tj ET", size, before+struck+after)
	objects := []string{
		"<</Type/Catalog/Pages 2 0 R>>", "<</Type/Pages/Kids[3 0 R]/Count 1>>",
		"<</Type/Page/Parent 2 0 R/MediaBox[0 0 612 792]/Resources<</Font<</F1 5 0 R>>>>/Contents 4 0 R/Annots[6 0 R 7 0 R]>>",
		fmt.Sprintf("<</Length %d>>stream\n%s\nendstream", len(text), text),
		"<</Type/Font/Subtype/Type1/BaseFont/Courier/Encoding/WinAnsiEncoding/FirstChar 32/LastChar 126/Widths[" + strings.Repeat("600 ", 95) + "]>>",
		fmt.Sprintf("<</Type/Annot/Subtype/Caret/IT/Replace/T(Ann)/Contents(%s)/Rect[%.1f 698 %.1f 710]>>", instead, x1, x1+4),
		"<</Type/Annot/Subtype/StrikeOut/IT/StrikeOutTextEdit/T(Ann)/RT/Group/IRT 6 0 R" + quad + ">>",
	}
	var b bytes.Buffer
	b.WriteString("%PDF-1.7\n")
	var at []int
	for i, o := range objects {
		at = append(at, b.Len())
		fmt.Fprintf(&b, "%d 0 obj\n%s\nendobj\n", i+1, o)
	}
	start := b.Len()
	fmt.Fprintf(&b, "xref\n0 %d\n0000000000 65535 f \n", len(objects)+1)
	for _, n := range at {
		fmt.Fprintf(&b, "%010d 00000 n \n", n)
	}
	fmt.Fprintf(&b, "trailer<</Size %d/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n", len(objects)+1, start)
	return b.Bytes()
}

// TestCommentsPDF: an annotated PDF offers its change.
func TestCommentsPDF(t *testing.T) {
	s := New(small(t, told), Options{})
	var r receipt
	if code := drop(t, s, "from-ann.pdf", annotated("I supposed that the job was ", "light", ". The job was wicks.", "easy"), &r); code != 200 || r.Remarks != 1 {
		t.Fatalf("%d %+v", code, r)
	}
	var list commentList
	if ask(t, s, "GET", "/api/comments", nil, &list); len(list.Accept) != 1 || list.Comments[0].Reader != "Ann" {
		t.Errorf("%+v", list)
	}
}

// TestCommentsOfEntries: the table of entries counts the comments on each that are open, and names the first.
func TestCommentsOfEntries(t *testing.T) {
	s := New(small(t, "# One\n\nThe job was light.\n\n## Ask before you answer.\n"+entry+"\nThe gloss of wicks is long.\n"), Options{})
	drop(t, s, "ann.csv", []byte("reader,words,new,comment\nAnn,light,,a better word?\nAnn,wicks,,nice\nBob,gloss,,long\nBob,before,,when?\n"), nil)
	var list commentList
	ask(t, s, "GET", "/api/comments", nil, &list)
	var all entriesAnswer
	ask(t, s, "GET", "/api/entries", nil, &all)
	if len(all.Entries) != 1 || all.Entries[0].Comments != 3 || all.Entries[0].Comment != list.Comments[1].ID {
		t.Fatalf("the entries are %+v, the comments %+v", all.Entries, list.Comments)
	}
	ask(t, s, "POST", "/api/comments/answer", answering{[]string{list.Comments[1].ID}, "declined", ""}, nil)
	if ask(t, s, "GET", "/api/entries", nil, &all); all.Entries[0].Comments != 2 || all.Entries[0].Comment != list.Comments[2].ID {
		t.Errorf("after an answer the entry is %+v", all.Entries[0])
	}
}
