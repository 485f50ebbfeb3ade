package main

import (
	"cmp"
	"fmt"
	"io"
	"slices"
	"strconv"
	"strings"
	"unicode"

	"golang.org/x/text/width"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/stats"
)

// How much of a book's measures is printed without --all.
const (
	mostChapters   = 24 // of a longer book the longest and the shortest chapters are printed
	mostCloseWords = 6
	titleWidth     = 34
)

// statsPrinter prints measures, and remembers the first error of its writer.
type statsPrinter struct {
	w   io.Writer
	all bool
	err error
}

func (p *statsPrinter) printf(format string, args ...any) {
	if p.err == nil {
		_, p.err = diag.Fprintf(p.w, format, args...)
	}
}

// row prints a line of a section: what it is of, a number, and what belongs to it.
func (p *statsPrinter) row(of, number, more string) {
	p.printf("%s\n", strings.TrimRight(fmt.Sprintf("  %-13s %10s  %s", of, number, more), " "))
}

// section begins a section.
func (p *statsPrinter) section(title string) { p.printf("\n%s\n", title) }

// printStats prints the measures of a book for people.
func printStats(w io.Writer, s *stats.Stats, all bool) error {
	p := &statsPrinter{w: w, all: all}
	name, _ := lang.Names(s.Language)
	p.printf("%s (%s)\n", s.Title, cmp.Or(name, s.Language))
	p.length(s)
	p.sentences(&s.Sentences, s.Openers)
	p.chapters(s)
	p.entries(&s.Entries)
	p.closeWords(s)
	p.beginnings(s.Beginnings)
	return p.err
}

// grouped writes a number of things with the thousands apart.
func grouped(n int) string { return lang.English().Grouped(n) }

func (p *statsPrinter) length(s *stats.Stats) {
	p.section("Length")
	more := "in " + diag.Count(len(s.Chapters), "chapter")
	if s.Drafts.Entries > 0 {
		more += fmt.Sprintf("; %s of them in %s", grouped(s.Drafts.Words), diag.Count(s.Drafts.Entries, "draft"))
	}
	p.row("words", grouped(s.Words), more)
	if pages := s.Pages; pages != nil {
		folios := fmt.Sprintf("%s to %s", pages.First, pages.Last)
		if pages.Front > 0 {
			folios += fmt.Sprintf(", of which %d before page 1", pages.Front)
		}
		if pages.Blank > 0 {
			folios += fmt.Sprintf("; %d blank", pages.Blank)
		}
		p.row("pages", strconv.Itoa(pages.Total), folios)
	}
	p.row("reading time", duration(s.Reading.Minutes), fmt.Sprintf("%s, at %d words a minute", s.Reading.How, s.Reading.PerMinute))
	switch e := &s.Ease; {
	case e.Measure == "":
		p.row("readability", "–", "octavo knows no measure that was made for this language")
	case e.Score == nil:
		p.row("readability", "–", fmt.Sprintf("%s needs a hundred words of text", e.Measure))
	case e.Means == "":
		p.row("readability", fmt.Sprint(*e.Score), fmt.Sprintf("%s: %s", e.Measure, e.Scale))
	default:
		p.row("readability", fmt.Sprint(*e.Score), fmt.Sprintf("%s: %s; %s", e.Measure, e.Means, e.Scale))
	}
}

// duration writes a number of minutes.
func duration(minutes int) string {
	if minutes < 60 {
		return fmt.Sprintf("%d min", minutes)
	}
	return fmt.Sprintf("%d h %02d min", minutes/60, minutes%60)
}

// bar returns a bar for a part of the most.
func bar(n, most, width int) string {
	if n == 0 || most == 0 {
		return ""
	}
	return strings.Repeat("█", max(1, (n*width+most/2)/most))
}

func (p *statsPrinter) sentences(s *stats.Sentences, openers []stats.Count) {
	if s.Count == 0 {
		return
	}
	p.section("Sentences")
	p.row("number", grouped(s.Count), fmt.Sprintf("of %.1f words on average; half have %d or fewer", s.Mean, s.Median))
	most := 0
	for _, l := range s.Lengths {
		most = max(most, l.Count)
	}
	last := len(s.Lengths)
	for last > 1 && s.Lengths[last-1].Count == 0 {
		last--
	}
	for _, l := range s.Lengths[:last] {
		of := fmt.Sprintf("%d–%d words", l.From, l.To)
		if l.To == 0 {
			of = fmt.Sprintf("%d and more", l.From)
		}
		p.row(of, grouped(l.Count), bar(l.Count, most, 40))
	}
	for _, l := range s.Longest[:p.some(len(s.Longest), 1)] {
		p.row("longest", diag.Count(l.Words, "word"), place(l.Place))
	}
	if len(openers) > 0 {
		var words []string
		for _, o := range openers {
			words = append(words, fmt.Sprintf("%s %d %%", o.Name, (100*o.Count+s.Count/2)/s.Count))
		}
		p.row("begin with", "", strings.Join(words, ", "))
	}
}

// some returns how many of n things are printed: a few, or all with --all.
func (p *statsPrinter) some(n, few int) int {
	if p.all {
		return n
	}
	return min(n, few)
}

func place(at stats.Place) string { return fmt.Sprintf("%s:%d:%d", at.File, at.Line, at.Column) }

// chapters prints a line for each chapter, or for the longest and the shortest.
func (p *statsPrinter) chapters(s *stats.Stats) {
	if len(s.Chapters) == 0 {
		return
	}
	chosen := make([]bool, len(s.Chapters))
	if p.all || len(s.Chapters) <= mostChapters {
		for i := range chosen {
			chosen[i] = true
		}
	} else {
		order := make([]int, len(s.Chapters))
		for i := range order {
			order[i] = i
		}
		slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(s.Chapters[b].Words, s.Chapters[a].Words) })
		for i, n := range order {
			chosen[n] = i < mostChapters/2 || i >= len(order)-mostChapters/4
		}
	}
	entries := s.Entries.Count > 0
	head := fmt.Sprintf("%s %6s %5s", padded("Chapters", titleWidth+7), "words", "pages")
	if entries {
		head += " entries"
	}
	p.section(head + "  w/sentence  ease  own words")
	left := 0
	for i := range s.Chapters {
		if !chosen[i] {
			left++
			continue
		}
		p.chapter(&s.Chapters[i], entries)
	}
	if left > 0 {
		p.printf("  … and %d chapters of middling length; show them with --all\n", left)
	}
}

func (p *statsPrinter) chapter(c *stats.Chapter, entries bool) {
	number, pages, own, ease := "", "–", "", "–"
	if c.Number > 0 {
		number = strconv.Itoa(c.Number)
	}
	if c.Pages > 0 {
		pages = strconv.Itoa(c.Pages)
	}
	if c.Ease != nil {
		ease = fmt.Sprintf("%.0f", *c.Ease)
	}
	line := fmt.Sprintf("  %3s  %s %6s %5s", number, padded(c.Title, titleWidth), grouped(c.Words), pages)
	if entries {
		line += fmt.Sprintf(" %7d", c.Entries)
	}
	for i, b := range c.Beside[:p.some(len(c.Beside), 3)] {
		if i > 0 {
			own += ", "
		}
		own += b.Word
	}
	p.printf("%s\n", strings.TrimRight(fmt.Sprintf("%s  %10.1f  %4s  %s", line, c.Sentence.Mean, ease, own), " "))
}

// padded returns a text in so many columns, cut off where it is longer.
func padded(text string, columns int) string {
	text = diag.Printable(text)
	wide := columnsOf(text)
	if wide <= columns {
		return text + strings.Repeat(" ", columns-wide)
	}
	end, used := 0, 0
	for i, r := range text {
		if used+columnsOf(string(r)) > columns-1 {
			break
		}
		end, used = i+len(string(r)), used+columnsOf(string(r))
	}
	return text[:end] + "…" + strings.Repeat(" ", columns-1-used)
}

// columnsOf returns how many columns of a terminal a text takes: wide characters take two, marks none.
func columnsOf(text string) (n int) {
	for _, r := range text {
		switch k := width.LookupRune(r).Kind(); {
		case k == width.EastAsianWide || k == width.EastAsianFullwidth:
			n += 2
		case !unicode.In(r, unicode.Mn, unicode.Me, unicode.Cf):
			n++
		}
	}
	return n
}

func (p *statsPrinter) entries(e *stats.Entries) {
	if e.Count == 0 {
		return
	}
	p.section("Entries")
	p.row("number", grouped(e.Count), cardsOf(e))
	p.counts("by kind", e.Kinds, e.Count)
	p.counts("by theme", e.Themes, e.Count)
	if e.Themeless > 0 && len(e.Themes) > 0 {
		p.row("", strconv.Itoa(e.Themeless), "without a theme")
	}
	p.counts("by audience", e.Audiences, e.Count)
	for i, l := range e.Longest[:p.some(len(e.Longest), 2)] {
		p.row(labelIf(i == 0, "longest"), diag.Count(l.Words, "word"), fmt.Sprintf("%s  %s", padded(l.Maxim, 44), place(l.Place)))
	}
	for i, l := range e.Shortest[:p.some(len(e.Shortest), 2)] {
		p.row(labelIf(i == 0, "shortest"), diag.Count(l.Words, "word"), fmt.Sprintf("%s  %s", padded(l.Maxim, 44), place(l.Place)))
	}
}

// cardsOf says how many entries have cards, and what beside them has none.
func cardsOf(e *stats.Entries) string {
	said := "all with a card"
	if e.Cards < e.Count {
		said = fmt.Sprintf("%d with a card", e.Cards)
	}
	switch {
	case e.Sections == 1:
		said += "; 1 heading is a section, not an entry, and has none"
	case e.Sections > 1:
		said += fmt.Sprintf("; %d headings are sections, not entries, and have none", e.Sections)
	}
	return said
}

// labelIf returns a label where it is wanted.
func labelIf(wanted bool, label string) string {
	if wanted {
		return label
	}
	return ""
}

// counts prints how many there are of each of some names.
func (p *statsPrinter) counts(of string, counts []stats.Count, all int) {
	wide := 0
	for _, c := range counts {
		wide = max(wide, min(columnsOf(c.Name), titleWidth))
	}
	for i, c := range counts {
		p.row(labelIf(i == 0, of), strconv.Itoa(c.Count), padded(c.Name, wide)+"  "+bar(c.Count, all, 30))
	}
}

func (p *statsPrinter) closeWords(s *stats.Stats) {
	if len(s.Close) == 0 {
		return
	}
	p.section("Words close together")
	shown := p.some(len(s.Close), mostCloseWords)
	for _, c := range s.Close[:shown] {
		p.printf("  %s %2d times in %3d words  %s\n", padded(c.Word, 20), c.Count, c.Span, place(c.Place))
	}
	p.left(len(s.Close) - shown + s.CloseLeft)
}

// left says how much of a list was not printed.
func (p *statsPrinter) left(n int) {
	switch {
	case n > 0 && p.all:
		p.printf("  … and %s less striking ones\n", grouped(n))
	case n > 0:
		p.printf("  … and %s less striking ones; show more with --all\n", grouped(n))
	}
}

func (p *statsPrinter) beginnings(list []stats.Beginning) {
	if len(list) == 0 {
		return
	}
	p.section("Beginnings alike")
	of := map[string]int{}
	for _, b := range list {
		if of[b.Of]++; of[b.Of] > p.some(len(list), 3) {
			continue
		}
		what := fmt.Sprintf("%d %s", b.Count, b.Of)
		if b.Of == "sentences" {
			what += " in a row"
		}
		first := place(b.Places[0])
		if b.Count > 1 && b.Of != "sentences" {
			first = "first " + first
		}
		p.printf("  %s %s  %s\n", padded(b.Words+" …", 20), padded(what, 21), first)
	}
}
