package manuscript

import (
	"bytes"
	"errors"
	"fmt"
	"maps"
	"path"
	"slices"
	"strconv"
	"strings"
	"sync"
	"time"

	"golang.org/x/text/language"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/tomltext"
	"octavo/cmd/octavo/internal/yamltext"
)

// frontKeys are the keys of front matter that are read, by what they are called here: other programs have names of their own.
var frontKeys = sync.OnceValue(func() map[string]string {
	return map[string]string{
		"title": "title", "subtitle": "subtitle", "short": "short", "shorttitle": "short", "linktitle": "short", "sidebarlabel": "short",
		"author": "author", "authors": "author", "byline": "author", "date": "date",
		"draft": "draft", "published": "published", "publish": "published", "status": "status",
		"tags": "tags", "tag": "tags", "categories": "tags", "category": "tags", "keywords": "tags", "topics": "tags",
		"weight": "weight", "order": "weight", "navorder": "weight", "sidebarposition": "weight", "position": "weight",
		"aliases": "aliases", "alias": "aliases", "slug": "slug", "id": "slug", "lang": "lang", "language": "lang",
		"number": "number", "contents": "contents", "origin": "origin", "themes": "themes", "audience": "audience",
		"description": "nothing", "summary": "nothing", "excerpt": "nothing", "source": "nothing",
	}
})

// printedKeys are the keys that messages name, in the spelling of the documentation.
const printedKeys = "title, subtitle, short, author, date, draft, lang, tags, themes, audience, weight, slug, aliases, number, contents, origin"

// frontMatter is what the head of a file says of its chapters.
type frontMatter struct {
	title, subtitle, short meta
	authors                []string
	byline                 diag.Pos
	date                   time.Time
	dateline               diag.Pos
	draft                  diag.Pos // where it says that the file is not to be printed
	weight                 float64
	weighs                 bool
	aliases                []string
	slug                   meta
	lang                   string
}

// ignoredKey is a key of front matter that means nothing to a book.
type ignoredKey struct {
	name string
	pos  diag.Pos
}

// readFront reads the YAML at the head of the file.
func (b *builder) readFront(n *frontNode) {
	at := b.pos(n.Pos())
	if n.unclosed {
		d := b.f.diags.Errorf("front-unclosed", at, "front matter without a line --- at its end").To(lineEnd(at)).
			Note("write --- on a line of its own after its last key")
		b.mendFront(d, n)
	}
	yaml := b.source[n.start:n.end]
	if len(yaml) > maxFront {
		b.f.diags.Errorf("front-syntax", at, "front matter of %d KB, more than %d", len(yaml)>>10, maxFront>>10).
			Note("keep in it what the book needs; words that are to be printed stand below it")
		return
	}
	tree, err := yamltext.Parse(string(yaml))
	var bad *yamltext.Error
	switch {
	case errors.As(err, &bad):
		pos := b.pos(n.start + bad.At)
		d := b.f.diags.Errorf("front-syntax", pos, "this is not YAML: %s", bad.Message).To(lineEnd(pos)).Note("%s", bad.Advice)
		if bad.Quoted != "" {
			d.Mend(n.start+bad.From, n.start+bad.To, bad.Quoted)
		}
		return
	case tree.Kind == yamltext.Map:
		m := b.yamlMeta(tree, n.start)
		for _, p := range m.pairs {
			b.frontKey(p)
		}
	case tree.Kind != yamltext.Null:
		pos := b.pos(n.start + tree.At)
		b.f.diags.Errorf("front-syntax", pos, "front matter without keys").To(lineEnd(pos)).Note("write key: value, each on a line of its own")
	}
}

// frontKey reads a key of front matter.
func (b *builder) frontKey(p metaPair) {
	f, v := &b.front, p.value
	if v.kind == yamltext.Null {
		return
	}
	line := func(to *meta) {
		if _, ok := v.words(); !ok {
			b.wrongMeta(p, "words on one line")
			return
		}
		*to = v
	}
	switch frontKeys()[normalKey(p.key)] {
	case "":
		b.file.ignored = append(b.file.ignored, ignoredKey{p.key, p.pos})
	case "title":
		line(&f.title)
	case "subtitle":
		line(&f.subtitle)
	case "short":
		line(&f.short)
	case "slug":
		line(&f.slug)
	case "author":
		if names := b.names(p); !sameNames(names, b.how.authors) {
			f.authors, f.byline = append(f.authors, names...), p.value.pos
		}
	case "date":
		b.dateKey(p)
	case "weight":
		b.weightKey(p)
	case "aliases":
		f.aliases = b.strings(p)
	case "lang":
		b.langKey(p)
	case "draft":
		b.draftKey(p, true)
	case "published":
		b.draftKey(p, false)
	case "status":
		if unpublished[strings.ToLower(v.text)] {
			f.draft = p.pos
		}
	case "number":
		if v.kind == yamltext.Number { // of the chapter
			b.weightKey(p)
		} else if yes, ok := b.truthKey(p); ok {
			b.setCounted(yes)
		}
	case "contents":
		if yes, ok := b.truthKey(p); ok {
			b.unlisted, b.ch.Unlisted = !yes, !yes
		}
	case "origin":
		b.fileOrigin = b.origin(v.text, v.pos, lineEnd(v.pos))
		b.ch.Origin = b.fileOrigin
	case "themes":
		b.themes = b.defaultsOf(p, "themes", everyName)
	case "tags":
		if d := b.defaultsOf(p, "themes", declaredNames); len(b.themes.values) == 0 {
			b.themes = d
		}
	case "audience":
		b.audience = b.defaultsOf(p, "audience", everyName)
	}
}

// unpublished are the values of status that say that a text is not to be read yet.
var unpublished = map[string]bool{"draft": true, "private": true, "pending": true, "unpublished": true, "future": true, "trash": true}

func (b *builder) setCounted(yes bool) {
	b.counted = book.No
	if yes {
		b.counted = book.Yes
	}
	b.ch.Counted = b.counted
}

// wrongMeta reports a value of front matter that its key does not take.
func (b *builder) wrongMeta(p metaPair, want string) {
	b.f.diags.Warnf("front-value", p.value.pos, "%s must be %s: it is left out", p.key, want).To(lineEnd(p.value.pos)).
		Note("correct the value, or delete the key")
}

// truthKey returns a value that is true or false, and whether it is.
func (b *builder) truthKey(p metaPair) (yes, ok bool) {
	switch strings.ToLower(p.value.text) {
	case "true", "yes", "y", "on", "1":
		return true, true
	case "false", "no", "n", "off", "0":
		return false, true
	}
	b.wrongMeta(p, "true or false")
	return false, false
}

// draftKey reads a key that keeps the file out of the book if it is as given.
func (b *builder) draftKey(p metaPair, draft bool) {
	if yes, ok := b.truthKey(p); ok && yes == draft {
		b.front.draft = p.pos
	}
}

func (b *builder) weightKey(p metaPair) {
	n, err := strconv.ParseFloat(p.value.text, 64)
	if err != nil {
		b.wrongMeta(p, "a number")
		return
	}
	b.front.weight, b.front.weighs = n, true
}

// names returns the authors that a key names: a line, a list, or tables with a name in each.
func (b *builder) names(p metaPair) (out []string) {
	values := []meta{p.value}
	if p.value.kind == yamltext.List {
		values = p.value.items
	}
	for _, v := range values {
		name := v
		if v.kind == yamltext.Map {
			name, _ = v.find("name")
			if literal, ok := name.find("literal"); ok {
				name = literal
			}
		}
		words, ok := name.words()
		if !ok || words == "" {
			b.wrongMeta(p, "a name or a list of names")
			return nil
		}
		out = append(out, smart(words, b.punctuation))
	}
	return out
}

// strings returns the values of a list.
func (b *builder) strings(p metaPair) (out []string) {
	items, ok := p.value.list()
	if !ok {
		b.wrongMeta(p, "a list")
	}
	for _, i := range items {
		if words, ok := i.words(); ok {
			out = append(out, words)
		}
	}
	return out
}

// dateForms are the ways to write a date that programs and authors have.
var dateForms = []string{"2006-01-02", "2006-1-2", "2006/01/02", "2006/1/2", "2006.01.02", "January 2, 2006", "Jan 2, 2006", "2 January 2006",
	"2 Jan 2006", "2.1.2006", "Mon, 02 Jan 2006", "20060102"}

// parseDate returns the day that a text names, whatever time stands behind it.
func parseDate(s string) (time.Time, bool) {
	s = strings.TrimSpace(s)
	for _, form := range dateForms {
		for n := range min(len(s)+1, len("September 30, 2026")+1) {
			if n < len(s) && !strings.ContainsRune(" T", rune(s[n])) {
				continue
			}
			if t, err := time.Parse(form, s[:n]); err == nil {
				return t, true
			}
		}
	}
	return time.Time{}, false
}

func (b *builder) dateKey(p metaPair) {
	t, ok := parseDate(p.value.text)
	if !ok {
		b.wrongMeta(p, "a date such as 2026-03-05")
		return
	}
	b.front.date, b.front.dateline = t, p.value.pos
}

// langKey reads the language of the file. It is said only where it is another one than the book's.
func (b *builder) langKey(p metaPair) {
	tag, err := language.Parse(strings.ReplaceAll(p.value.text, "_", "-"))
	if err != nil || p.value.text == "" {
		b.wrongMeta(p, "the tag of a language, such as fr or pt-BR")
		return
	}
	book, err := language.Parse(b.how.lang.Tag)
	if own, _ := tag.Base(); err == nil {
		if base, _ := book.Base(); own == base {
			return
		}
	}
	b.front.lang = tag.String()
	l, _ := lang.Find(b.front.lang)
	b.punctuation = newPunctuation(l)
}

// whichNames says which names of a list count.
type whichNames int

const (
	everyName     whichNames = iota
	declaredNames            // those that book.toml declares: tags are for other things too
)

// defaultsOf returns the values that a key gives to all entries of the file. Names of themes count as their ids.
func (b *builder) defaultsOf(p metaPair, key string, which whichNames) defaults {
	d := defaults{places: map[string]diag.Pos{key: p.value.pos}}
	items, ok := p.value.list()
	if !ok {
		b.wrongMeta(p, "a list")
	}
	for _, i := range items {
		id, declared := i.text, false
		if key == "themes" && b.how.theme != nil {
			if theme, ok := b.how.theme(i.text); ok {
				id, declared = theme, true
			}
		}
		if (declared || which == everyName) && !slices.Contains(d.values, id) {
			d.places[tomltext.Join(key, strconv.Itoa(len(d.values)))] = i.pos
			d.values = append(d.values, id)
		}
	}
	if len(d.values) == 0 {
		return defaults{}
	}
	return d
}

// line returns a value as running text.
func (b *builder) line(v meta) []book.Inline {
	at := v.pos.Offset
	words := []byte(v.text)
	rest := b.source[min(at, len(b.source)):]
	for _, quote := range []string{"", `"`, "'"} {
		if inner, ok := bytes.CutPrefix(rest, []byte(quote)); ok && bytes.HasPrefix(inner, words) {
			words, at = inner[:len(words)], at+len(quote)
			break
		}
	}
	return b.apart(words, at)
}

// applyFront gives the file's chapters what its head says of them: what there can be one of only goes to the first, or to the one
// that has the title of the front matter.
func (b *builder) applyFront() {
	f := &b.front
	first := b.file.chapters[0].chapter
	for _, p := range b.file.chapters {
		if f.title.text != "" && sameTitle(book.PlainText(p.chapter.Title), f.title.text) {
			first = p.chapter
			break
		}
	}
	first.Aliases = f.aliases
	if f.short.text != "" {
		first.Short = smart(f.short.text, b.punctuation)
	}
	for _, p := range b.file.chapters {
		p.chapter.BelowTitle = b.belowTitle(p.chapter == first)
		if p.chapter == first && f.slug.text != "" {
			p.slug(book.Slug(path.Base(f.slug.text)))
		}
		if f.lang != "" {
			inLanguage(p.chapter, f.lang)
		}
	}
	b.titleDiffers()
}

// belowTitle returns the lines under the title of a chapter: all for the first of a file, and the author for the others.
func (b *builder) belowTitle(first bool) (out []book.TitleLine) {
	f := &b.front
	add := func(kind book.TitleLineKind, text []book.Inline) {
		if len(text) > 0 {
			out = append(out, book.TitleLine{Kind: kind, Text: text})
		}
	}
	if first {
		add(book.Subtitle, b.line(f.subtitle))
	}
	if len(f.authors) > 0 {
		add(book.Byline, []book.Inline{&book.Text{Pos: f.byline, Value: b.how.lang.Names(f.authors)}})
	}
	if first && b.how.dates == book.DatesBelowTitle && !f.date.IsZero() {
		add(book.Dateline, []book.Inline{&book.Text{Pos: f.dateline, Value: b.how.lang.Date(f.date)}})
	}
	return out
}

// slug gives the chapter the id that its front matter names, if its heading has none in braces.
func (p *parsed) slug(id string) {
	p.nameChapter()
	for i := range p.anchors {
		if a := &p.anchors[i]; a.id == &p.chapter.ID && a.of == ofChapter {
			p.chapter.ID, a.name, a.of = id, id, byBraces
		}
	}
}

// titleDiffers reports a title of front matter that is printed nowhere. One that is the book's own is no chapter's.
func (b *builder) titleDiffers() {
	title := &b.front.title
	if title.text == "" || b.outlined.title == byFront || b.isBookTitle(title.text) {
		return
	}
	for _, p := range b.file.chapters {
		if sameTitle(book.PlainText(p.chapter.Title), title.text) {
			return
		}
	}
	d := b.f.diags.Warnf("title-differs", title.pos, "the title %q is not printed: ", title.text).To(lineEnd(title.pos))
	if n := len(b.file.chapters); n > 1 {
		d.Message += fmt.Sprintf("the file has %d chapters with titles of their own", n)
	} else {
		d.Message += fmt.Sprintf("the heading %q is the chapter's", book.PlainText(b.ch.Title))
	}
	d.Note("delete one of the two, or give both the same words")
}

// sameNames reports whether two lists have the same names.
func sameNames(one, two []string) bool {
	return slices.EqualFunc(slices.Sorted(slices.Values(one)), slices.Sorted(slices.Values(two)), sameTitle)
}

// ignoredKeys reports the keys of front matter that mean nothing to a book, each once.
func ignoredKeys(files []*parsedFile) (diags diag.List) {
	type ignored struct {
		ignoredKey
		files int
	}
	var found []*ignored
	byName := map[string]*ignored{}
	for _, f := range files {
		if f == nil {
			continue
		}
		for _, k := range f.ignored {
			if byName[k.name] == nil {
				byName[k.name] = &ignored{ignoredKey: k}
				found = append(found, byName[k.name])
			}
			byName[k.name].files++
		}
	}
	for _, k := range found {
		d := diags.Warnf("front-key", k.pos, "the key %q of front matter means nothing to a book: it is left out", k.name)
		if d.To(k.pos.Offset + len(k.name)); k.files > 1 {
			d.Note("in %d files", k.files)
		}
		if near := diag.Suggest(normalKey(k.name), slices.Sorted(maps.Keys(frontKeys()))); near != "" {
			d.Note("did you mean %q?", near)
		}
		d.Note("what is read: %s", printedKeys)
	}
	return diags
}
