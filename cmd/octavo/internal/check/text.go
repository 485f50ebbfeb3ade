package check

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
)

func titleEmpty(f *facts) {
	for _, c := range f.chapters {
		if c.Title != nil && strings.TrimSpace(book.PlainText(c.Title)) == "" {
			f.report(c.Pos, "empty chapter title").To(lineEnd(c.Pos)).Note("write it after the #")
		}
	}
}

// chapterEmpty looks for chapters that are still to be written. Where none has text, the book is empty, which is said once.
func chapterEmpty(f *facts) {
	var bare []*book.Chapter
	for _, c := range f.chapters {
		if c.Title != nil && !c.HasText() {
			bare = append(bare, c)
		}
	}
	if len(bare) == len(f.chapters) {
		return
	}
	for _, c := range bare {
		f.report(c.Pos, "chapter %q has no text", book.PlainText(c.Title)).To(lineEnd(c.Pos)).
			Note("write it, or delete its title; the title of a part belongs under [[contents.part]] in book.toml")
	}
}

func titleMissing(f *facts) {
	for _, c := range f.chapters {
		if c.Named {
			title := book.PlainText(c.Title)
			f.report(diag.Pos{Source: c.Source}, "file without a title: its name makes it %q", title).
				Note("begin the file with a line like # %s", title)
		}
	}
}

// doubledWord looks for a word that is followed by itself with only blanks between. A second one with a capital is left
// alone: it is a name (Duran Duran), or the beginning of something.
func doubledWord(f *facts) {
	for _, p := range f.texts {
		if p.other { // nous nous sommes levés
			continue
		}
		s := p.Value
		last, lastEnd := "", -1 // the word before and where it ends
		lastStart := 0
		for i := 0; i < len(s); {
			if c := s[i]; c < utf8.RuneSelf && !asciiLetter(c) {
				if c != ' ' {
					lastEnd = -1
				}
				i++
				continue
			}
			start := i
			for i < len(s) && (asciiLetter(s[i]) || s[i] >= utf8.RuneSelf) {
				if s[i] < utf8.RuneSelf {
					i++
					continue
				}
				r, size := utf8.DecodeRuneInString(s[i:])
				if notInWord(r) && !(r == '’' && i > start) {
					break
				}
				i += size
			}
			if i == start { // a sign that is no letter
				_, size := utf8.DecodeRuneInString(s[i:])
				i += size
				lastEnd = -1
				continue
			}
			word := strings.TrimSuffix(s[start:i], "’")
			if lastEnd >= 0 && len(word) == len(last) && strings.EqualFold(word, last) && (i == len(s) || !partOfWord(s[i:])) {
				if r, _ := utf8.DecodeRuneInString(word); !unicode.IsUpper(r) && !f.cfg.Lang.Rules.Repeated[strings.ToLower(word)] {
					pos, end := f.spot(p, lastStart, start+len(word))
					f.report(pos, "doubled word %q", word).To(end).Note("delete one of the two")
				}
			}
			last, lastStart, lastEnd = word, start, i
			if len(word) < i-start || start > 0 && s[start-1] != ' ' && partOfWord(s[start-1:]) {
				lastEnd = -1 // a closing quotation mark, or the end of a compound
			}
		}
	}
}

func asciiLetter(c byte) bool { return c|0x20 >= 'a' && c|0x20 <= 'z' }

// partOfWord reports whether text begins with a sign that joins what is around it to one word.
func partOfWord(s string) bool {
	return s[0] == '-' || s[0] == '\'' || s[0] == '/' || s[0] >= '0' && s[0] <= '9' || s[0] == '_' ||
		strings.HasPrefix(s, "’") || strings.HasPrefix(s, "\u2011")
}

func tk(f *facts)      { stillToCome(f, false) }
func tkDraft(f *facts) { stillToCome(f, true) }

// stillToCome looks for TK, in the drafts or elsewhere.
func stillToCome(f *facts, drafts bool) {
	for _, p := range f.texts {
		if (p.entry != nil && p.entry.Status == book.Draft) != drafts {
			continue
		}
		for i := 0; ; {
			n := book.FindTK(p.Value[i:])
			if n < 0 {
				break
			}
			i += n + len(book.TK)
			pos, end := f.spot(p, i-len(book.TK), i)
			if drafts {
				f.report(pos, "TK left in a draft").To(end).Note("write what is still to come before the entry is ready")
			} else {
				f.report(pos, "TK is left in").To(end).Note("write what is still to come, or mark the entry with status = \"draft\"")
			}
		}
	}
}
