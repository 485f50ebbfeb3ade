package check

import (
	"slices"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/parallel"
	"octavo/cmd/octavo/internal/recent"
)

// Kept is what is kept of checks, so that the next one looks only at chapters that are new. Chapters, sources and configurations are
// known by their pointers: they are not to be changed. A nil *Kept keeps nothing.
type Kept struct {
	collected recent.Map[*book.Chapter, *collected]
	results   recent.Map[resultKey, *result]
	nfc       recent.Map[*diag.Source, diag.List]
}

// resultKey is all that a result depends on.
type resultKey struct {
	chapter *book.Chapter
	cfg     *config.Config
	fonts   any
}

// result is what the rules inChapter find in a chapter.
type result struct {
	found map[*Rule]diag.List
	alphabet
}

// part is a chapter with its result.
type part struct {
	*collected
	*result
}

// facts returns the chapter's, for a rule that examines the whole book.
func (p *part) facts(of *facts) *facts {
	return &facts{cfg: of.cfg, fonts: of.fonts, rules: of.rules, collected: *p.collected}
}

// Run is the function [Run]. It finds the same whatever is kept.
func (k *Kept) Run(cfg *config.Config, bk *book.Book, fonts Coverage) diag.List {
	if k != nil {
		k.collected.Next()
		k.results.Next()
		k.nfc.Next()
	}
	f := &facts{cfg: cfg, book: bk, fonts: fonts, rules: Rules, kept: k}
	f.gather()
	for i := range Rules {
		switch apply := Rules[i].run.(type) {
		case inBook:
			if f.lines <= mostLines || Rules[i].Code == "book-long" { // of more, only what is wrong with single chapters is looked for
				f.run(&Rules[i], apply)
			}
		case inChapter:
			for _, p := range f.parts {
				f.list = append(f.list, p.found[&Rules[i]]...)
			}
		}
	}
	return f.list
}

// gather collects the chapters of the book, and applies to each the rules that look at one.
func (f *facts) gather() {
	f.chapters = f.book.Chapters()
	f.parts = make([]*part, len(f.chapters))
	parallel.Each(len(f.parts), func(i int) { f.parts[i] = f.kept.part(f, f.chapters[i]) })
	if f.book.Cover != nil {
		f.parts = append(f.parts, f.coverPart())
	}
	for _, p := range f.parts {
		f.entries = append(f.entries, p.entries...)
		f.links = append(f.links, p.links...)
		f.images = append(f.images, p.images...)
		f.bare = append(f.bare, p.bare...)
		f.lines += p.lines
	}
}

// coverPart returns the words of the printed book's cover as if they were a chapter's. What is wrong with them is wrong with the cover
// alone.
func (f *facts) coverPart() *part {
	p := &part{collected: &collected{}}
	w := walker{collected: p.collected}
	w.blocks(f.book.Cover.Blurb)
	w.blocks(f.book.Cover.Bio)
	p.result = p.facts(f).result()
	for _, list := range p.found {
		list.Limited(diag.Cover)
	}
	return p
}

// part returns a chapter of a book with its result.
func (k *Kept) part(of *facts, c *book.Chapter) *part {
	if k == nil {
		p := &part{collected: collect(c)}
		p.result = p.facts(of).result()
		return p
	}
	p := &part{collected: k.collected.GetOrMake(c, func() *collected { return collect(c) })}
	p.result = k.results.GetOrMake(resultKey{c, of.cfg, of.fonts.Of}, func() *result { return p.facts(of).result() })
	return p
}

// result applies the rules that look at one chapter.
func (f *facts) result() *result {
	r := &result{found: map[*Rule]diag.List{}}
	for i := range f.rules {
		apply, ok := f.rules[i].run.(inChapter)
		if !ok {
			continue
		}
		f.list = nil
		if f.run(&f.rules[i], apply); len(f.list) > 0 {
			r.found[f.rule] = fixed(f.list)
		}
	}
	r.alphabet = f.alphabet()
	return r
}

// normal returns what notNFC reports of a source.
func (k *Kept) normal(src *diag.Source, of *facts) diag.List {
	look := func() diag.List {
		f := &facts{}
		f.run(of.rule, func(f *facts) { notNFC(f, src) })
		return fixed(f.list)
	}
	if k == nil {
		return look()
	}
	return k.nfc.GetOrMake(src, look)
}

// fixed returns a list whose diagnostics can be copied and given more notes without being changed.
func fixed(list diag.List) diag.List {
	for i := range list {
		list[i].Notes, list[i].Edits = slices.Clip(list[i].Notes), slices.Clip(list[i].Edits)
	}
	return list
}
