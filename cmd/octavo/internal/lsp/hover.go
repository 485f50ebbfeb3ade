package lsp

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/cards"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
)

// showHover answers textDocument/hover: keys by their documentation, entries, headings and what refers to them by where they are printed.
func showHover(ctx context.Context, r *request) (any, error) {
	var p positionParams
	s, err := r.spot(ctx, &p, &p.Position)
	if s == nil {
		return nil, err
	}
	if n, where := s.declared(); where.src != nil {
		return hover{Contents: markdown(s.describeName(n))}, nil
	}
	if doc, from, to := s.keyDoc(p.Position.Line); doc != nil {
		span := s.text(s.src).span(from, to, s.units)
		return hover{doc, &span}, nil
	}
	about := s.target()
	if about == nil {
		return nil, nil
	}
	s.folder.mu.Lock()
	set := s.folder.printed
	s.folder.mu.Unlock()
	return hover{Contents: markdown(s.describe(about, set))}, nil
}

// keyDoc returns the documentation of the key at the spot, and where the key is.
func (s *spot) keyDoc(line int) (doc *markup, from, to int) {
	t := s.text(s.src)
	if keys := schema(s.src.Name); keys != nil {
		p := tomlAt(t.s, s.at)
		if p.part != inKey && p.part != inHeader {
			return nil, 0, 0
		}
		path := p.path()
		if p.part == inHeader {
			path = strings.TrimSuffix(p.table, "[]")
		}
		if k, ok := keyAt(keys, path); ok {
			return documented(k), p.from, p.to
		}
		return nil, 0, 0
	}
	region, start, end := regionAt(t, line)
	docs := headDocs
	switch region {
	case entryRegion:
		docs = entryDocs
	case frontRegion:
		key, _, ok := strings.Cut(lineAround(t, line), ":")
		lead, _ := t.line(line)
		if doc := headDocs[strings.TrimSpace(key)]; ok && doc != "" && s.at <= lead+len(key) {
			return markdown("**" + key + "**\n\n" + sentenced(doc)), lead, lead + len(key)
		}
		return nil, 0, 0
	case headRegion:
	default:
		return nil, 0, 0
	}
	p := tomlAt(t.s[start:end], s.at-start)
	if p.part != inKey {
		return nil, 0, 0
	}
	from, to = start+p.from, start+p.to
	if docs[p.key] != "" {
		return markdown("**" + p.key + "**\n\n" + sentenced(docs[p.key])), from, to
	}
	if region == entryRegion && s.project.Cfg != nil {
		for _, k := range s.project.Cfg.Kinds {
			if key := k.Key(p.key); key != nil {
				return markdown(fmt.Sprintf("**%s** · %s\n\n%s", plain(p.key), key.Type, sentence(keyMeans(&k, key)))), from, to
			}
		}
	}
	return nil, 0, 0
}

// lineAround returns a line.
func lineAround(t *text, n int) string {
	start, end := t.line(n)
	return t.s[start:end]
}

// keyMeans returns what a key of a kind says.
func keyMeans(k *config.Kind, key *config.KindKey) string {
	switch {
	case key.Means != "" && key.Required:
		return key.Means + "; every " + k.Name + " has it"
	case key.Means != "":
		return key.Means
	}
	return "a key of the kind " + k.ID
}

// describeName describes a theme, an audience or a kind.
func (s *state) describeName(n name) string {
	cfg := s.project.Cfg
	var what, shown string
	switch n.table {
	case "themes":
		what, shown = "theme", nameOf(cfg.Themes, n.id)
	case "audiences":
		what, shown = "audience", nameOf(cfg.Audiences, n.id)
	default:
		what, shown = "kind", cfg.Kind(n.id).Name
	}
	count := 0
	for _, e := range s.project.Book.Entries() {
		if n.table == "themes" && slices.Contains(e.Themes, n.id) || n.table == "audiences" && slices.Contains(e.Audience, n.id) ||
			n.table == "kinds" && e.Kind == n.id {
			count++
		}
	}
	entries := fmt.Sprintf("%d entries", count)
	if count == 1 {
		entries = "1 entry"
	}
	return fmt.Sprintf("**%s** · %s `%s`\n\n%s", plain(shown), what, n.id, entries)
}

// nameOf returns the display name of an id.
func nameOf(list []config.Name, id string) string {
	for _, n := range list {
		if n.ID == id {
			return n.Name
		}
	}
	return id
}

// describe describes a thing of the book, and where it is printed.
func (s *state) describe(t *target, set *printed) string {
	var b strings.Builder
	fmt.Fprintf(&b, "**%s**\n\n", plain(nonEmpty(t.words, t.id)))
	facts := []string{t.thing.String()}
	if e := t.entry; e != nil {
		facts = s.entryFacts(e)
	}
	b.WriteString(strings.Join(append(facts, "`"+t.id+"`"), " · "))
	switch {
	case set != nil:
		b.WriteString("\n\n" + set.where(t))
		if set.of != s {
			b.WriteString("\n\n*As of the pages before the last changes.*")
		}
	case s.project.Usable(diag.Everything):
		b.WriteString("\n\n*The pages are being set.*")
	default:
		b.WriteString("\n\n*The pages cannot be set before the errors are mended.*")
	}
	return b.String()
}

// entryFacts returns what there is to know of an entry, in few words.
func (s *state) entryFacts(e *book.Entry) (facts []string) {
	cfg := s.project.Cfg
	if e.Kind != "" {
		facts = append(facts, plain(cfg.Kind(e.Kind).Name))
	}
	if e.Status == book.Draft {
		facts = append(facts, "draft")
	}
	for _, id := range e.Themes {
		facts = append(facts, plain(nameOf(cfg.Themes, id)))
	}
	maxim, gloss := e.Words()
	return append(facts, diag.Count(maxim+gloss, "word"))
}

// where says where a thing is printed: its page and line, its card, and its place on the sheets.
func (p *printed) where(t *target) string {
	var out []string
	own := p.of.index().byID[t.id]
	if number, folio, line := p.page(t.id, own); number > 0 {
		words := "Page " + plain(folio)
		if line > 0 {
			words += fmt.Sprintf(", line %d", line)
		}
		out = append(out, fmt.Sprintf("%s (page %d of the PDF)", words, number))
	} else {
		out = append(out, "Not printed in the book")
	}
	if t.entry != nil && p.deck != nil {
		if at, ok := p.deck.Find(t.id); ok {
			words := fmt.Sprintf("Card %d of %d: %s", at.Number, at.Of, plain(p.deck.CardName()))
			if size := float64(p.deck.MaximSize(at.Number-1)) / (1 << 16); size > 0 {
				words += fmt.Sprintf(", the maxim in %.3g pt", size)
			}
			if at.Sheet > 0 {
				words += fmt.Sprintf("; sheet %d, row %d, card %d", at.Sheet, at.Row, at.Cell)
			}
			out = append(out, words)
		} else if !cards.HasCard(t.entry) {
			out = append(out, "No card")
		}
	}
	return strings.Join(out, "  \n")
}

// page returns the page on which an id stands: its place in the file, its folio, and the line on which the thing begins, or 0.
func (p *printed) page(id string, own *target) (number int, folio string, line int) {
	for i := range p.pages.Pages {
		pg := &p.pages.Pages[i]
		if !slices.Contains(pg.Anchors, id) {
			continue
		}
		number, folio, line = pg.Number, pg.Label, 0
		for k, l := range pg.Lines {
			if own != nil && own.head.src != nil && l.Start.Pos.Source == own.head.src && l.Start.Pos.Offset >= own.head.from {
				line = k + 1
				break
			}
		}
	}
	return number, folio, line
}
