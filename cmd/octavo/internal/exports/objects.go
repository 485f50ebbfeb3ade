package exports

import (
	"cmp"
	"encoding/json"
	"errors"
	"fmt"
	"maps"
	"slices"
	"strconv"
	"strings"
	"time"

	"octavo/cmd/octavo/internal/locate"
)

// object is an object of JSON, or a table of Lua.
type object = map[string]any

func isJSON(_ *reader, text string) bool {
	start := strings.TrimSpace(text[:min(len(text), 4096)])
	if start == "" || start[0] != '{' && start[0] != '[' {
		return false
	}
	next := strings.TrimSpace(start[1:])
	return next == "" || strings.ContainsRune(map[byte]string{'{': `"}`, '[': `[{]"`}[start[0]], rune(next[0]))
}

// json reads annotations in JSON: W3C Web Annotations alone, in lists, collections or sets, and the exports of Hypothesis,
// KOReader, calibre, Foliate, Readwise and others.
func (r *reader) json(text string) error {
	var v any
	d := json.NewDecoder(strings.NewReader(text))
	if err := d.Decode(&v); err != nil {
		var bad *json.SyntaxError
		if errors.As(err, &bad) {
			return fmt.Errorf("the JSON is broken at byte %d: %w", bad.Offset, err)
		}
		return fmt.Errorf("the JSON is broken: %w", err)
	}
	r.walk(v, 0)
	return nil
}

// Keys of objects, of all programs.
var (
	wordsKeys = []string{"highlighted_text", "highlightedText", "highlight_text", "highlightText", "annotationText", "selectedText",
		"selected_text", "quotedText", "quote", "exact", "highlight", "text", "content"}
	noteKeys = []string{"note", "notes", "comment", "annotationComment", "noteText", "note_text", "user_note", "annotation", "remark"}
	pageKeys = []string{"pageno", "page", "annotationPageLabel", "pageLabel", "page_number", "pageNumber"}
	// One of these beside words shows that they are a passage.
	placeKeys = []string{"chapter", "sort", "drawer", "pos0", "cfi", "start_cfi", "color", "created", "created_at", "time", "datetime",
		"timestamp", "highlighted_at", "location", "toc_family_titles", "annotationType", "begin"}
	dateKeys    = []string{"datetime", "timestamp", "highlighted_at", "created_at", "created", "time", "dateAdded", "date"}
	headingKeys = []string{"chapter", "chapterTitle", "chapter_title", "section", "heading"}
	titleKeys   = []string{"title", "bookTitle", "book_title", "dc:title"}
	bookKeys    = []string{"metadata", "doc_props", "stats", "about", "book", "publication"}
)

// walk searches nested lists and objects for annotations.
func (r *reader) walk(v any, depth int) {
	if depth > 20 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			r.walk(e, depth+1)
		}
	case object:
		if v["target"] != nil {
			r.annotation(v)
			return
		}
		if r.marked(v) || r.passage(v) {
			return
		}
		outer := r.title
		if t := bookOf(v); t != "" {
			r.title = t
		}
		for _, key := range slices.Sorted(maps.Keys(v)) {
			switch v[key].(type) {
			case []any, object:
				if !(key == "highlight" && v["bookmarks"] != nil) { // an older KOReader says all of it twice
					r.walk(v[key], depth+1)
				}
			}
		}
		r.title = outer
	}
}

// bookOf returns the title of the book that an object with a list of annotations is on.
func bookOf(v object) string {
	title := pick(v, titleKeys)
	for _, key := range bookKeys {
		if o, ok := v[key].(object); ok && title == "" {
			title = pick(o, titleKeys)
		}
	}
	return title
}

// passage reads an object that has words, or a note, and says where. It reports whether it is one.
func (r *reader) passage(v object) bool {
	if v["removed"] == true { // calibre keeps what was taken back
		return true
	}
	words, note := tidy(pick(v, wordsKeys)), tidy(pick(v, noteKeys))
	if words == "" && note == "" {
		words, note = r.heldValue(v)
	}
	cfi := cmp.Or(pick(v, []string{"cfi", "start_cfi"}), str(v["value"]))
	if !strings.HasPrefix(cfi, "epubcfi(") {
		cfi = ""
	}
	placed := cfi != ""
	for _, key := range placeKeys {
		placed = placed || v[key] != nil
	}
	switch {
	case words == "" && (note == "" || !placed):
		return false
	case words != "" && note == "" && !placed && !r.held(words):
		return false
	}
	m := Mark{Comment: note, Date: dateOf(pick(v, dateKeys)),
		Reader: agent(v["user"]), Seen: locate.Seen{Words: words, Folio: folio(pick(v, pageKeys)),
			Heading: cmp.Or(pick(v, headingKeys), last(v["toc_family_titles"]))}}
	if words == note {
		m.Comment = ""
	}
	if cfi != "" && words == "" {
		m.At = []Position{{CFI: cfi}}
	}
	if m.Kind = drawn(cmp.Or(str(v["drawer"]), str(v["style"]), str(v["color"]))); m.Kind == Highlight {
		m.Kind = kindOf(&m)
	}
	r.add(m)
	return true
}

// heldValue returns the text of an object that stands in the manuscript, whatever it is called, and the longest of its other texts.
func (r *reader) heldValue(v object) (words, note string) {
	for _, key := range slices.Sorted(maps.Keys(v)) {
		s, ok := v[key].(string)
		switch {
		case !ok || strings.Contains(s, "://") || isDate(s):
		case words == "" && r.held(s):
			words = tidy(s)
		case len(s) > len(note) && countWords(s) > 1:
			note = tidy(s)
		}
	}
	if words == "" {
		return "", ""
	}
	return words, note
}

// marked reads a bookmark of an older KOReader: "notes" are the words, and "text" is the note, or a text that KOReader made of page,
// words and date.
func (r *reader) marked(v object) bool {
	if v["highlighted"] != true || str(v["notes"]) == "" {
		return false
	}
	words, note := tidy(str(v["notes"])), tidy(str(v["text"]))
	if strings.Contains(note, words) {
		note = ""
	}
	r.add(Mark{Comment: note, Date: dateOf(pick(v, dateKeys)), Seen: locate.Seen{Words: words, Heading: pick(v, headingKeys),
		Folio: folio(pick(v, pageKeys))}})
	return true
}

// pick returns the first string that an object has under some keys.
func pick(v object, keys []string) string {
	for _, key := range keys {
		if s := str(v[key]); s != "" {
			return s
		}
	}
	return ""
}

// dateOf returns a date as RFC 3339 if it is a number of seconds or milliseconds since 1970.
func dateOf(s string) string {
	n, err := strconv.ParseInt(s, 10, 64)
	switch {
	case err != nil || n < 1e8:
		return s
	case n > 1e11:
		n /= 1000
	}
	if n > 1e11 {
		return s
	}
	return time.Unix(n, 0).UTC().Format(time.RFC3339)
}

// str returns a string, or a number as one.
func str(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		return strconv.FormatFloat(v, 'f', -1, 64)
	}
	return ""
}

// list returns a list, wrapping a single value.
func list(v any) []any {
	switch v := v.(type) {
	case nil:
		return nil
	case []any:
		return v
	}
	return []any{v}
}

func last(v any) string {
	l := list(v)
	if len(l) == 0 {
		return ""
	}
	return str(l[len(l)-1])
}
