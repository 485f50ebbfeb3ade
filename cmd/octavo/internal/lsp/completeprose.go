package lsp

import (
	"path"
	"path/filepath"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/manuscript"
)

// What stands before a place in prose. The last group is what is being typed.
var (
	pictureBefore   = lazyregexp.New(`!\[[^\]\n]*\]\(<?([^)<>\s]*)$`)
	linkBefore      = lazyregexp.New(`\]\(<?([^)<>\s]*)$`)
	definedBefore   = lazyregexp.New(`^ {0,3}\[[^\]\n]+\]:\s*<?(#[^<>\s]*)$`)
	wikiBefore      = lazyregexp.New(`\[\[([^\[\]|\n]*)$`)
	calloutBefore   = lazyregexp.New(`^\s*(?:>\s*)+\[!([A-Za-z]*)$`)
	containerBefore = lazyregexp.New(`^\s*:{3,}[ \t]*([\w-]*)$`)
	attributeBefore = lazyregexp.New(`\{:?(?:[^{}\n]*\s)?([^{}\s]*)$`)
	crossBefore     = lazyregexp.New(`(?:^|[^\pL\pN/.])@([\pL\pN_:.-]*)$`)
)

// inProse completes links, pictures, attributes and the names of passages.
func (c *completer) inProse() {
	start, _ := c.t.line(c.line)
	before := c.t.s[start:c.at]
	if len(before) > maxReference { // a paragraph in one line
		before = before[len(before)-maxReference:]
	}
	typed := func(m []string) int { return c.at - len(m[len(m)-1]) }
	if m := pictureBefore().FindStringSubmatch(before); m != nil {
		c.addAddresses(typed(m), c.pictures(c.folder()))
	} else if m := linkBefore().FindStringSubmatch(before); m != nil {
		c.addAddresses(typed(m), c.addresses(m[1]))
	} else if m := definedBefore().FindStringSubmatch(before); m != nil {
		c.addPlain(typed(m), " \t\r\n>", "", c.addresses(m[1]))
	} else if m := wikiBefore().FindStringSubmatch(before); m != nil {
		c.inWiki(m[1])
	} else if m := calloutBefore().FindStringSubmatch(before); m != nil {
		var offers []offer
		for _, name := range manuscript.AsideNames() {
			offers = append(offers, offer{value: strings.ToUpper(name), kind: itemKeyword})
		}
		c.addPlain(typed(m), "] \t\r\n", "]", offers)
	} else if m := containerBefore().FindStringSubmatch(before); m != nil {
		c.addPlain(typed(m), " \t\r\n{", "", words(itemKeyword, containers()...))
	} else if m := attributeBefore().FindStringSubmatch(before); m != nil {
		c.addPlain(typed(m), " \t\r\n}", "", c.attributes(before[:len(before)-len(m[0])]))
	} else if m := crossBefore().FindStringSubmatch(before); m != nil {
		c.addPlain(typed(m), " \t\r\n.,;:!?)]", "", c.targetOffers("", func(t *target) bool { return crossReference().MatchString("@" + t.id) }))
	}
}

// containers returns the names that a fence of colons can have.
func containers() []string {
	return append(manuscript.AsideNames(), "quote", "epigraph", "verse", "center", "right")
}

// folder returns the folder of the document in the manuscript.
func (c *completer) folder() string { return path.Dir(strings.TrimPrefix(c.name, "manuscript/")) }

// addresses offers what a link can lead to: ids, and, before a number sign is typed, the files of chapters.
func (c *completer) addresses(typed string) (out []offer) {
	file, _, hasID := strings.Cut(typed, "#")
	for _, o := range c.targetOffers("", func(t *target) bool {
		return file == "" || t.chapter != nil && path.Join(c.folder(), file) == t.chapter.File
	}) {
		o.filter = file + "#" + o.filter
		o.value = file + "#" + o.value
		out = append(out, o)
	}
	if hasID {
		return out
	}
	for _, o := range c.chapterFiles() {
		o.value = relative(c.folder(), o.value)
		out = append(out, o)
	}
	return out
}

// relative returns the path of a file from a folder, both in the manuscript.
func relative(folder, name string) string {
	rel, err := filepath.Rel(filepath.FromSlash(folder), filepath.FromSlash(name))
	if err != nil { // of two paths in one folder there is always one
		return name
	}
	return filepath.ToSlash(rel)
}

// addAddresses adds addresses of a link or a picture, with the parenthesis that is missing.
func (c *completer) addAddresses(from int, offers []offer) {
	closing := ")"
	if from > 0 && c.t.s[from-1] == '<' {
		closing = ">)"
	}
	to := c.tokenEnd(")>\" \t\r\n")
	if c.follows(to, ")") || c.follows(to, ">") || c.follows(to, " \"") || c.follows(to, " '") { // a title follows
		closing = ""
	}
	for _, o := range offers {
		inserted := o.value
		if closing != ">)" {
			inserted = strings.NewReplacer(" ", "%20", "(", "%28", ")", "%29").Replace(inserted)
		}
		c.add(o.value, inserted+closing, from, to, o)
	}
}

// addPlain adds values that replace what stands there up to one of the signs that end it. What closes them is added where it is missing.
func (c *completer) addPlain(from int, ends, closing string, offers []offer) {
	to := c.tokenEnd(ends)
	if c.follows(to, closing) {
		closing = ""
	}
	for _, o := range offers {
		c.add(o.value, o.value+closing, from, to, o)
	}
}

// tokenEnd returns where one of some signs stands behind the place, or the line ends.
func (c *completer) tokenEnd(ends string) int {
	_, end := c.t.line(c.line)
	if n := strings.IndexAny(c.t.s[c.at:max(c.at, end)], ends); n >= 0 {
		return c.at + n
	}
	return max(c.at, end)
}

// inWiki completes a link between double brackets: titles of chapters, and behind a number sign headings.
func (c *completer) inWiki(typed string) {
	name, heading, hasHeading := strings.Cut(typed, "#")
	var offers []offer
	for _, t := range c.index().targets {
		isHere := t.chapter != nil && (name == "" && "manuscript/"+t.chapter.File == c.name || strings.EqualFold(c.titleOf(t.chapter), name))
		switch {
		case strings.ContainsAny(t.words, "[]|#\n"):
		case !hasHeading && t.thing == chapterThing:
			offers = append(offers, offer{value: t.words, detail: t.chapter.File, kind: itemReference})
		case hasHeading && isHere && (t.thing == headingThing || t.thing == entryThing):
			offers = append(offers, offer{value: t.words, detail: t.thing.String(), kind: itemReference})
		}
	}
	from := c.at - len(typed)
	if hasHeading {
		from = c.at - len(heading)
	}
	if _, end := c.t.line(c.line); !strings.Contains(c.t.s[c.at:max(c.at, end)], "]]") { // what follows is no part of the link
		for _, o := range offers {
			c.add(o.value, o.value+"]]", from, c.at, o)
		}
		return
	}
	c.addPlain(from, "]|", "", offers)
}

// attributes offers attributes in braces behind what stands before them.
func (c *completer) attributes(before string) (out []offer) {
	say := func(value, doc string) { out = append(out, offer{value: value, doc: doc, kind: itemProperty}) }
	trimmed := strings.TrimSpace(before)
	switch {
	case isHeading(trimmed):
		say("#"+book.Slug(strings.TrimLeft(trimmed, "# ")), "An id of your own, for links.")
		if strings.HasPrefix(trimmed, "# ") {
			say(".unnumbered", "The chapter has no number.")
			say(".unlisted", "The table of contents leaves the chapter out.")
		}
	case strings.HasPrefix(strings.TrimLeft(trimmed, " \t"), ":::"):
		for _, name := range containers() {
			say("."+name, "")
		}
	case strings.HasSuffix(before, ")") && strings.Contains(before, "!["):
		say("width=50%", "The picture's width, as a part of the measure or as a length: `60mm`.")
		say("height=60mm", "The picture's height.")
		say("#fig-", "An id, for links.")
		say(`alt=""`, "The picture is decoration, which screen readers pass over.")
	case strings.HasPrefix(trimmed, "Table:"), strings.HasPrefix(trimmed, ":"):
		say("#tbl-", "An id, for links.")
	case before != "" && strings.IndexByte("]*_`~=)", before[len(before)-1]) >= 0:
		for _, class := range manuscript.StyleClasses() {
			say("."+class, "")
		}
		say("lang=", "The language of the words: a tag such as `fr`.")
		say("#", "An id, for links.")
	}
	return out
}
