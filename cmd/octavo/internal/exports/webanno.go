package exports

import (
	"cmp"
	"strings"
)

// annotation reads a W3C Web Annotation (www.w3.org/TR/annotation-model), Readium's kind of it included.
func (r *reader) annotation(v object) {
	var m Mark
	for _, key := range []string{"creator", "dcterms:creator", "user"} {
		if m.Reader == "" {
			m.Reader = agent(v[key])
		}
	}
	m.Date = cmp.Or(str(v["modified"]), str(v["created"]), str(v["updated"]))
	m.bodies(v)
	for _, t := range list(v["target"]) {
		if t, ok := t.(object); ok {
			m.target(t)
		}
	}
	if m.Kind == Highlight {
		m.Kind = kindOf(&m)
	}
	if str(v["motivation"]) == "bookmarking" && m.Comment == "" && m.New == "" {
		return
	}
	r.add(m)
}

// bodies reads what an annotation says.
func (m *Mark) bodies(v object) {
	var said []string
	for _, key := range []string{"bodyValue", "text"} { // Hypothesis has "text"
		if s := str(v[key]); s != "" {
			said = append(said, s)
		}
	}
	m.Kind = Highlight
	editing := str(v["motivation"]) == "editing"
	for _, b := range list(v["body"]) {
		switch b := b.(type) {
		case string:
			if !strings.Contains(b, "://") {
				said = append(said, b)
			}
		case object:
			text := cmp.Or(str(b["value"]), str(b["chars"]))
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
			m.Kind = drawn(cmp.Or(str(b["highlight"]), string(m.Kind)))
		}
	}
	m.Comment = tidy(strings.Join(said, "\n"))
}

// target reads what an annotation is on.
func (m *Mark) target(t object) {
	source := str(t["source"])
	if o, ok := t["source"].(object); ok {
		source = cmp.Or(str(o["id"]), str(o["@id"]), str(o["url"]))
	}
	if meta, ok := t["meta"].(object); ok { // Thorium
		m.Seen.Folio = folio(str(meta["page"]))
		for _, h := range list(meta["headings"]) {
			if h, ok := h.(object); ok {
				m.Seen.Heading = cmp.Or(str(h["txt"]), str(h["text"]))
			}
		}
	}
	for _, s := range list(t["selector"]) {
		m.selector(source, s, 0)
	}
	if m.Seen.Words != "" {
		m.At = nil
	}
}

// selector records what a selector selects. Quoted words are preferred to positions, since they survive changes.
func (m *Mark) selector(source string, v any, depth int) {
	sel, ok := v.(object)
	if !ok || depth > 10 {
		return
	}
	switch kind := cmp.Or(str(sel["type"]), str(sel["@type"])); kind {
	case "TextQuoteSelector", "oa:TextQuoteSelector":
		if words := tidy(str(sel["exact"])); words != "" {
			m.Seen.Before, m.Seen.Words, m.Seen.After = str(sel["prefix"]), words, str(sel["suffix"])
		}
	case "FragmentSelector", "oa:FragmentSelector", "EpubCfiSelector":
		value := str(sel["value"])
		switch {
		case strings.Contains(value, "epubcfi("):
			m.At = append(m.At, Position{CFI: value})
		case strings.HasPrefix(value, "page=") && m.Seen.Folio == "":
			m.Seen.Sheet = number(value)
			m.Seen.Folio = folio(strings.TrimPrefix(value, "page="))
		}
	case "TextPositionSelector", "oa:TextPositionSelector":
		from, ok1 := sel["start"].(float64)
		to, ok2 := sel["end"].(float64)
		if ok1 && ok2 {
			m.At = append(m.At, Position{Document: source, From: from, To: to})
		}
	case "RangeSelector", "oa:RangeSelector":
		m.selector(source, sel["startSelector"], depth+1)
	}
	if sel["refinedBy"] != nil {
		for _, inner := range list(sel["refinedBy"]) {
			m.selector(source, inner, depth+1)
		}
	}
}

// drawn returns the kind of a mark by a program's word for how it is drawn.
func drawn(style string) Kind {
	switch s := strings.ToLower(style); {
	case strings.Contains(s, "strike"):
		return Strike
	case strings.Contains(s, "underl"), strings.Contains(s, "underscore"), strings.Contains(s, "squiggl"):
		return Underline
	}
	return Highlight
}

func agent(v any) string {
	switch v := v.(type) {
	case string:
		return strings.TrimPrefix(strings.TrimPrefix(v, "acct:"), "mailto:")
	case object:
		return cmp.Or(str(v["name"]), str(v["nickname"]), str(v["nick"]))
	case []any:
		if len(v) > 0 {
			return agent(v[0])
		}
	}
	return ""
}
