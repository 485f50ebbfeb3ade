package lsp

import (
	"fmt"
	"io/fs"
	"path"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/lang"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/readfile"
)

// inChapter completes in a chapter's file.
func (c *completer) inChapter() {
	region, from, to := regionAt(c.t, c.line)
	switch region {
	case entryRegion:
		c.inEntryBlock(from, to)
	case headRegion:
		c.inHeadBlock(from, to)
	case frontRegion:
		c.inFrontMatter()
	case proseRegion:
		if !inCodeSpan(c.t, c.line, c.at) {
			c.inProse()
		}
	}
}

// inEntryBlock completes in the block of an entry.
func (c *completer) inEntryBlock(from, to int) {
	body := c.t.s[from:max(from, to)]
	p := tomlAt(body, c.at-from)
	cfg := c.project.Cfg
	kind := cfg.Kind(nonEmpty(stringIn(body, "kind"), cfg.DefaultKind()))
	if p.part == inKey {
		var offers []offer
		for _, k := range kind.Keys {
			offers = append(offers, offer{value: k.Name, detail: k.Type, doc: sentence(keyMeans(kind, &k))})
		}
		for _, key := range book.EntryKeys {
			if kind.Key(key) == nil {
				offers = append(offers, offer{value: key, doc: sentenced(entryDocs[key])})
			}
		}
		c.addKeys(p, from, keysSet(body), offers)
		return
	}
	if p.part != inValue {
		return
	}
	switch key := kind.Key(p.key); {
	case p.key == "kind":
		c.addValues(p, from, false, c.kindOffers())
	case p.key == "themes":
		c.addValues(p, from, true, nameOffers(cfg.Themes))
	case p.key == "audience":
		c.addValues(p, from, true, nameOffers(cfg.Audiences))
	case p.key == "see":
		c.addValues(p, from, true, c.targetOffers(c.entryID(body), func(t *target) bool { return t.thing == entryThing }))
	case p.key == "status":
		c.addValues(p, from, false, words(itemEnum, string(book.Ready), string(book.Draft)))
	case p.key == "origin":
		c.addValues(p, from, false, words(itemEnum, book.Origins...))
	case p.key == "index":
		c.addValues(p, from, true, c.subjects())
	case p.key == "card", p.key == "back":
		c.addValues(p, from, false, truths()[1:])
	case key != nil && key.Type == config.BoolKey:
		c.addValues(p, from, false, truths())
	}
}

// entryID returns the id of the entry whose block is given, if that says it.
func (c *completer) entryID(body string) string {
	if id := stringIn(body, "id"); id != "" {
		return id
	}
	for n := c.line; n >= 0; n-- { // made from the maxim
		if words := strings.TrimSpace(lineAround(c.t, n)); isHeading(words) {
			return book.Slug(strings.TrimLeft(words, "# "))
		}
	}
	return ""
}

// stringIn returns the string of a key in lines of TOML, or "".
func stringIn(s, key string) string {
	for line := range strings.SplitSeq(s, "\n") {
		name, value, ok := strings.Cut(line, "=")
		if ok && strings.TrimSpace(name) == key {
			value = strings.TrimSpace(value)
			if len(value) > 1 && (value[0] == '"' || value[0] == '\'') {
				value, _, _ = strings.Cut(value[1:], value[:1])
				return value
			}
		}
	}
	return ""
}

// subjects offers the subjects that entries have in the index.
func (c *completer) subjects() (out []offer) {
	seen := map[string]bool{}
	for _, e := range c.project.Book.Entries() {
		for _, s := range e.Index {
			if !seen[s] {
				seen[s] = true
				out = append(out, offer{value: s, kind: itemText})
			}
		}
	}
	return out
}

// inHeadBlock completes in the block at the head of a file.
func (c *completer) inHeadBlock(from, to int) {
	body := c.t.s[from:max(from, to)]
	p := tomlAt(body, c.at-from)
	switch p.part {
	case inKey:
		var offers []offer
		for _, key := range manuscript.HeadKeys() {
			offers = append(offers, offer{value: key, doc: sentenced(headDocs[key])})
		}
		c.addKeys(p, from, keysSet(body), offers)
	case inValue:
		offers, list := c.headValues(p.key)
		c.addValues(p, from, list, offers)
	}
}

// headValues offers the values of a key at the head of a file, and says whether it has several.
func (c *completer) headValues(key string) (offers []offer, list bool) {
	switch key {
	case "themes", "tags":
		return nameOffers(c.project.Cfg.Themes), true
	case "audience":
		return nameOffers(c.project.Cfg.Audiences), true
	case "number", "contents", "draft":
		return truths(), false
	case "lang":
		for _, tag := range lang.Tags() {
			name, _ := lang.Names(tag)
			offers = append(offers, offer{value: tag, detail: name, kind: itemEnum})
		}
	}
	return offers, false
}

// inFrontMatter completes in front matter.
func (c *completer) inFrontMatter() {
	start, end := c.t.line(c.line)
	before := c.t.s[start:c.at]
	key, value, ok := strings.Cut(before, ":")
	if item := strings.TrimLeft(before, " \t"); strings.HasPrefix(item, "- ") { // of the list of the key above
		for n := c.line - 1; n > 0; n-- {
			if line := lineAround(c.t, n); !strings.HasPrefix(strings.TrimLeft(line, " \t"), "- ") {
				key, _, ok = strings.Cut(line, ":")
				break
			}
		}
		value = item[2:]
	}
	if !ok {
		to := c.at + len(c.t.s[c.at:end]) - len(strings.TrimLeft(c.t.s[c.at:end], "abcdefghijklmnopqrstuvwxyz_-"))
		_, first, last := regionAt(c.t, c.line)
		for _, key := range manuscript.FrontKeys() {
			if strings.Contains("\n"+c.t.s[first:last], "\n"+key+":") && key != c.t.s[start:to] {
				continue
			}
			inserted := key
			if !c.follows(to, ":") {
				inserted += ": "
			}
			c.add(key, inserted, start, to, offer{kind: itemProperty, doc: sentenced(headDocs[key])})
		}
		return
	}
	offers, _ := c.headValues(strings.TrimSpace(key))
	from := c.at - len(value) + strings.LastIndexAny(value, " \t,['\"") + 1
	to := c.at
	for to < end && strings.IndexByte(" \t,]'\"", c.t.s[to]) < 0 {
		to++
	}
	lead := ""
	if from > start && c.t.s[from-1] == ':' {
		lead = " "
	}
	for _, o := range offers {
		c.add(o.value, lead+o.value, from, to, o)
	}
}

// pictures offers the pictures of the manuscript by their paths from a folder in it.
func (c *completer) pictures(folder string) (out []offer) {
	inner, err := readfile.Folder(c.project.Root, "manuscript")
	if err != nil {
		return nil
	}
	defer inner.Close()
	_ = fs.WalkDir(inner.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		switch {
		case err != nil || name != "." && strings.HasPrefix(path.Base(name), ".") && d.IsDir():
			return fs.SkipDir
		case len(out) >= mostPictures:
			return fs.SkipAll
		case d.IsDir() || strings.HasPrefix(path.Base(name), ".") || !manuscript.IsPicture(name):
			return nil
		}
		o := offer{value: relative(folder, name), kind: itemFile}
		if p := c.project.Book.Pictures[name]; p != nil && p.Width > 0 {
			o.detail = fmt.Sprintf("%d × %d pixels", p.Width, p.Height)
		}
		out = append(out, o)
		return nil
	})
	return out
}

// mostPictures is how many pictures are offered.
const mostPictures = 2000

// titleOf returns the title of a chapter.
func (s *state) titleOf(ch *book.Chapter) string { return book.PlainText(ch.Title) }
