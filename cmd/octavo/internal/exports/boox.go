package exports

import (
	"strings"

	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/locate"
)

// A Boox names the book between double brackets, and parts its notes by rules:
//
//	BOOX Reading Notes | <<Title>>Author
//	Chapter
//	2026-11-26 10:12  |  Page No.: 9
//	the marked words
//	【Annotation】the note
//	-------------------
//
// An older one has labels before the words and the page too.

var booxTitle = lazyregexp.New(`(?m)\A[^\n]*(?:<<|《|＜＜)([^\n]+?)(?:>>|》|＞＞)`)

func isBoox(_ *reader, text string) bool {
	return booxTitle().MatchString(text) && longRule().MatchString(text)
}

var longRule = lazyregexp.New(`(?m)^[-–—_]{8,}[ \t]*$`)

func (r *reader) boox(text string) error {
	r.title = strings.TrimSpace(booxTitle().FindStringSubmatch(text)[1])
	_, text, _ = strings.Cut(text, "\n")
	heading := ""
	for _, part := range parts(text, longRule().MatchString) {
		for i, l := range part {
			if !isBooxPlace(l) {
				continue
			}
			if i > 0 && part[i-1] != "" {
				heading = part[i-1]
			}
			m := booxMark(part[i:])
			m.Seen.Heading = heading
			if m.Seen.Words != "" || m.Comment != "" {
				r.add(m)
			}
			break
		}
	}
	return nil
}

// isBooxPlace reports whether a line is the one above a passage: it has a date and a time.
func isBooxPlace(l string) bool { return clock().MatchString(l) && figuresDate().MatchString(l) }

// booxMark reads a note from its line of date and page on.
func booxMark(lines []string) Mark {
	place := strings.ReplaceAll(lines[0], "\u00A0", " ")
	date, page, _ := strings.Cut(place, "|")
	if i := strings.IndexAny(date, ":："); i > 0 && !strings.ContainsAny(date[:i], "0123456789") {
		_, date = cutFirst(date[i:])
	}
	m := Mark{Date: strings.TrimSpace(date), Seen: locate.Seen{Folio: folioIn(page)}}
	var words, note []string
	labels, to := 0, &words
	for _, l := range lines[1:] {
		if rest, ok := strings.CutPrefix(l, "【"); ok && strings.Contains(rest, "】") {
			_, l, _ = strings.Cut(rest, "】")
			l = strings.TrimSpace(l)
			if labels++; labels > 1 || len(words) > 0 {
				to = &note
			}
			if to == &note && l != "" && strings.Trim(l, "0123456789") == "" {
				m.Seen.Folio = l
				continue
			}
		}
		*to = append(*to, l)
	}
	m.Seen.Words, m.Comment = oneLine(strings.Join(words, " ")), tidy(strings.Join(note, "\n"))
	return m
}
