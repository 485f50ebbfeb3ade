package feedback

import (
	"encoding/json"
	"errors"
	"fmt"
	"strings"

	"octavo/cmd/octavo/internal/locate"
)

// json reads annotations in JSON: W3C Web Annotations (www.w3.org/TR/annotation-model) alone, in lists, collections
// or sets, and the exports of Hypothesis, KOReader and calibre.
func (r *reading) json(text string) error {
	var v any
	d := json.NewDecoder(strings.NewReader(text))
	if err := d.Decode(&v); err != nil {
		var bad *json.SyntaxError
		if errors.As(err, &bad) {
			return fmt.Errorf("the JSON is broken at byte %d: %w", bad.Offset, err)
		}
		return fmt.Errorf("the JSON is broken: %w", err)
	}
	w := &annotations{reading: r}
	w.walk(v, 0)
	if w.epub != nil && w.epub.err != nil {
		r.Lost = append(r.Lost, fmt.Sprintf("not all words that it marks can be found in the EPUB: %v", w.epub.err))
	}
	if w.others > 0 {
		r.leftOut(w.others)
	}
	if len(r.Remarks) == 0 && w.others == 0 {
		return ErrUnknown
	}
	return nil
}

type annotations struct {
	*reading
	others int
	epub   *epubFile // opened at the first place in it
	tried  bool
}

type object = map[string]any

// walk searches nested lists and objects for annotations.
func (w *annotations) walk(v any, depth int) {
	if depth > 20 {
		return
	}
	switch v := v.(type) {
	case []any:
		for _, e := range v {
			w.walk(e, depth+1)
		}
	case object:
		switch {
		case v["target"] != nil:
			w.annotation(v)
		case str(v["highlighted_text"]) != "": // calibre
			w.passage(str(v["highlighted_text"]), str(v["notes"]), last(v["toc_family_titles"]), "",
				str(v["timestamp"]))
		case v["entries"] != nil && str(v["title"]) != "": // KOReader: one book
			if w.book.Title != "" && !sameBook(str(v["title"]), w.book.Title) {
				w.others += len(list(v["entries"]))
				return
			}
			w.walk(v["entries"], depth+1)
		case str(v["text"]) != "" && (v["chapter"] != nil || v["sort"] != nil || v["note"] != nil):
			w.passage(str(v["text"]), str(v["note"]), str(v["chapter"]), str(v["page"]), str(v["time"]))
		default:
			for _, key := range []string{"items", "first", "@graph", "rows", "annotations", "highlights", "documents",
				"entries"} {
				if v[key] != nil {
					w.walk(v[key], depth+1)
				}
			}
		}
	}
}

func (w *annotations) passage(words, note, heading, pg, date string) {
	if !w.room() {
		return
	}
	m := Remark{Kind: Highlight, Comment: tidy(note), Date: date,
		Seen: locate.Seen{Words: tidy(words), Heading: heading, Folio: folio(pg), Offset: -1}}
	if m.Comment != "" {
		m.Kind = Comment
	}
	w.Remarks = append(w.Remarks, m)
}

// annotation reads a W3C annotation.
func (w *annotations) annotation(v object) {
	if !w.room() {
		return
	}
	m := Remark{Kind: Highlight, Seen: locate.Seen{Offset: -1}}
	for _, key := range []string{"creator", "dcterms:creator", "user"} {
		if m.Reader == "" {
			m.Reader = agent(v[key])
		}
	}
	m.Date = first(str(v["modified"]), str(v["created"]), str(v["updated"]))
	var said []string
	if s := str(v["bodyValue"]); s != "" {
		said = append(said, s)
	}
	if s := str(v["text"]); s != "" { // Hypothesis
		said = append(said, s)
	}
	editing := str(v["motivation"]) == "editing"
	for _, b := range list(v["body"]) {
		switch b := b.(type) {
		case string:
			if !strings.Contains(b, "://") {
				said = append(said, b)
			}
		case object:
			text := first(str(b["value"]), str(b["chars"]))
			if str(b["format"]) == "text/html" {
				text = plain(text)
			}
			switch purpose := str(b["purpose"]); {
			case purpose == "tagging" || text == "":
			case purpose == "editing" || purpose == "" && editing:
				m.New = tidy(text)
			default:
				said = append(said, text)
			}
			switch str(b["highlight"]) {
			case "underline":
				m.Kind = Underline
			case "strikethrough":
				m.Kind = Strike
			}
		}
	}
	m.Comment = tidy(strings.Join(said, "\n"))
	for _, t := range list(v["target"]) {
		t, ok := t.(object)
		if !ok {
			continue
		}
		source := str(t["source"])
		if o, ok := t["source"].(object); ok {
			source = first(str(o["id"]), str(o["@id"]), str(o["url"]))
		}
		if meta, ok := t["meta"].(object); ok { // Thorium
			m.Seen.Folio = folio(str(meta["page"]))
			for _, h := range list(meta["headings"]) {
				if h, ok := h.(object); ok {
					m.Seen.Heading = first(str(h["txt"]), str(h["text"]))
				}
			}
		}
		for _, s := range list(t["selector"]) {
			w.selector(&m.Seen, source, s, 0)
		}
	}
	switch {
	case m.New != "" && m.Seen.Words == "":
		m.Kind = Insert
	case m.New != "":
		m.Kind = Replace
	case m.Comment != "" && m.Kind == Highlight:
		m.Kind = Comment
	}
	w.Remarks = append(w.Remarks, m)
}

// selector records the target of a selector. Quoted words are preferred to positions, since they survive changes.
func (w *annotations) selector(s *locate.Seen, source string, v any, depth int) {
	sel, ok := v.(object)
	if !ok || depth > 10 {
		return
	}
	switch kind := first(str(sel["type"]), str(sel["@type"])); kind {
	case "TextQuoteSelector", "oa:TextQuoteSelector":
		if words := tidy(str(sel["exact"])); words != "" {
			s.Before, s.Words, s.After = str(sel["prefix"]), words, str(sel["suffix"])
		}
	case "FragmentSelector", "oa:FragmentSelector", "EpubCfiSelector":
		value := str(sel["value"])
		switch {
		case strings.Contains(value, "epubcfi("):
			if s.Words == "" {
				w.fromCFI(s, value)
			}
		case strings.HasPrefix(value, "page=") && s.Folio == "":
			s.Sheet = number(value)
			s.Folio = folio(strings.TrimPrefix(value, "page="))
		}
	case "TextPositionSelector", "oa:TextPositionSelector":
		if s.Words == "" {
			from, ok1 := sel["start"].(float64)
			to, ok2 := sel["end"].(float64)
			if e := w.open(); ok1 && ok2 && e != nil {
				e.position(s, source, from, to)
			}
		}
	case "RangeSelector", "oa:RangeSelector":
		w.selector(s, source, sel["startSelector"], depth+1)
	}
	if sel["refinedBy"] != nil {
		for _, inner := range list(sel["refinedBy"]) {
			w.selector(s, source, inner, depth+1)
		}
	}
}

// fromCFI reads the words at a CFI in the EPUB.
func (w *annotations) fromCFI(s *locate.Seen, cfi string) {
	if e := w.open(); e != nil {
		e.cfi(s, cfi)
	}
}

// open opens the EPUB that the annotations are about, once; nil when there is none.
func (w *annotations) open() *epubFile {
	if w.tried {
		return w.epub
	}
	w.tried = true
	if w.Copy == nil {
		w.Copy = w.copies(w.CopyID, "")
	}
	if w.Copy == nil || w.Copy.EPUB == nil {
		return nil
	}
	data, err := w.Copy.EPUB()
	if err == nil {
		w.epub, err = openBook(data)
	}
	if err != nil {
		w.Notes = append(w.Notes, fmt.Sprintf("the copy's EPUB cannot be read: %v", err))
	}
	return w.epub
}

func agent(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimPrefix(strings.TrimPrefix(v, "acct:"), "mailto:")
	case object:
		return first(str(v["name"]), str(v["nickname"]), str(v["nick"]))
	case []any:
		if len(v) > 0 {
			return agent(v[0])
		}
	}
	return ""
}

// str returns a string, or a number as one.
func str(v any) string {
	switch v := v.(type) {
	case string:
		return v
	case float64:
		return fmt.Sprint(v)
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

func first(texts ...string) string {
	for _, s := range texts {
		if s != "" {
			return s
		}
	}
	return ""
}
