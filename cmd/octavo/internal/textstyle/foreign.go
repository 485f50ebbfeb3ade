package textstyle

import (
	"errors"
	"fmt"
	"io/fs"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/hyphen"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/page"
)

// foreign is a language that words of a book are in, other than the book's own.
type foreign struct {
	lang       *lang.Language
	hyphenator *hyphen.Hyphenator // nil: it has no patterns
}

// foreign returns the language of a tag, whose patterns are read when it is first asked for, or nil for the book's.
func (f *Fonts) foreign(tag string) *foreign {
	if strings.EqualFold(tag, f.language) || strings.EqualFold(tag, primary(f.language)) {
		return nil
	}
	load, _ := f.others.LoadOrStore(strings.ToLower(tag), sync.OnceValue(func() *foreign {
		l, _ := lang.Find(tag)
		h, err := loadHyphenator(l, f.open)
		if err != nil {
			f.mu.Lock()
			f.unread = append(f.unread, &FontError{Key: "text.hyphenate", Err: err})
			f.mu.Unlock()
		}
		return &foreign{l, h}
	}))
	return load.(func() *foreign)()
}

// Spoken returns d for words in a language: they are divided as that divides them, in the forms of letters that it wants, and the
// language is recorded for screen readers.
func (d Style) Spoken(tag string) Style {
	if d.Node = d.Node.Add(page.NodeSpan); d.Node != nil {
		d.Node.Lang = tag
	}
	d.foreign = d.Fonts.foreign(tag)
	return d
}

// loadHyphenator reads the patterns of a language. It returns nil if there are none.
func loadHyphenator(l *lang.Language, open func(name string) ([]byte, error)) (*hyphen.Hyphenator, error) {
	rules := &l.Rules.Hyphenation
	if rules.Patterns == "" {
		return nil, nil
	}
	patterns, err := open(rules.Patterns)
	if errors.Is(err, fs.ErrNotExist) { // the house's larger files are compressed; a book's own need not be
		patterns, err = open(rules.Patterns + ".gz")
	}
	var exceptions []byte
	if err == nil && rules.Exceptions != "" {
		exceptions, err = open(rules.Exceptions)
	}
	var h *hyphen.Hyphenator
	if err == nil {
		h, err = hyphen.New(l, patterns, exceptions)
	}
	if err != nil {
		return nil, fmt.Errorf("hyphenation patterns for %s: %w", l.Tag, err)
	}
	return h, nil
}

// primary returns the language of a tag without its region and the like.
func primary(tag string) string {
	lang, _, _ := strings.Cut(tag, "-")
	return lang
}
