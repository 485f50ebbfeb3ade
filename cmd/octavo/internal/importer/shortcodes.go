package importer

import (
	"cmp"
	"fmt"
	"path"
	"regexp"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/markdown"
)

// siteCode is a form of Hugo, Jekyll, GitBook or the like and what it is in Markdown.
type siteCode struct {
	form func() *regexp.Regexp
	what string // for IMPORT.md
	make func(m []string) string
}

// siteCodes are the forms that have a meaning on paper, in the order in which they are looked for.
var siteCodes = sync.OnceValue(func() []siteCode {
	return []siteCode{
		{lazyregexp.New(`\{\{[<%]\s*figure\s+([^}]*?)/?\s*[>%]\}\}|\{%\s*include\s+(?:figure|image|img|picture)\S*\s+([^%]*?)\s*%\}|\{%\s*(?:figure|img|image)\s+([^%]*?)\s*%\}`),
			"figures of a site's templates", func(m []string) string { return figure(m[1] + m[2] + m[3]) }},
		{lazyregexp.New(`\{\{[<%]\s*(?:rel)?ref\s+"?([^"\s}]+?)"?\s*[>%]\}\}|\{%\s*(?:post_url|link)\s+(\S+)\s*%\}`),
			"links of a site's templates", func(m []string) string { return linkedFile(m[1] + m[2]) }},
		{lazyregexp.New(`\{\{\s*(?:site|page)\.(?:baseurl|url)\s*\}\}(/)|\{\{\s*["']([^"']+)["']\s*\|\s*(?:relative_url|absolute_url)\s*\}\}`),
			"addresses of a site's templates", func(m []string) string { return m[1] + m[2] }},
		{lazyregexp.New(`\{%\s*hint(?:\s+style="?(\w+)"?)?\s*%\}|\{\{[<%]\s*(?:notice|hint|callout|alert|admonition|tip|note|warning)\b\s*([^}]*?)\s*[>%]\}\}`),
			"notes of a site's templates", func(m []string) string { return "\n\n::: " + noteKind(m[0], m[1]+m[2]) + "\n" }},
		{lazyregexp.New(`\{%\s*endhint\s*%\}|\{\{[<%]\s*/\s*(?:notice|hint|callout|alert|admonition|tip|note|warning)\s*[>%]\}\}`),
			"notes of a site's templates", func([]string) string { return "\n:::\n" }},
		{lazyregexp.New(`\{%\s*tab\s+title="([^"]*)"\s*%\}|\{\{[<%]\s*tab\s+(?:name=|title=)?"([^"]*)"\s*[>%]\}\}`),
			"tabs of a site stand under one another", func(m []string) string { return "\n**" + m[1] + m[2] + "**\n" }},
		{lazyregexp.New(`\{%\s*embed\s+url="([^"\s]*)"[^%]*%\}`),
			"what a site embeds is set as its address", func(m []string) string { return "<" + m[1] + ">" }},
		{lazyregexp.New(`\{%-?\s*highlight\s+(\w+)[^%]*%\}|\{\{[<%]\s*highlight\s+(\w+)[^}]*[>%]\}\}`),
			"code between the codes of a site's templates", func(m []string) string { return "```" + m[1] + m[2] }},
		{lazyregexp.New(`\{%-?\s*endhighlight\s*-?%\}|\{\{[<%]\s*/\s*highlight\s*[>%]\}\}`),
			"code between the codes of a site's templates", func([]string) string { return "```" }},
		{lazyregexp.New(`\[!\[([^\]\n]*)\]\(https?://[^)\n]*\)\]\((https?://[^)\s]+)[^)\n]*\)`),
			remotePicture, func(m []string) string { return remote(m[1], m[2]) }},
		{lazyregexp.New(`!\[([^\]\n]*)\]\((https?://[^)\s]+)[^)\n]*\)(?:\{[^}\n]*\})?`),
			remotePicture, func(m []string) string { return remote(m[1], m[2]) }},
	}
})

// remotePicture is said of a picture that is not in the source.
const remotePicture = "a picture is on a network, and stands as a link; save the picture beside the text and write ![what it shows](picture.png)"

// shortcodes writes the forms of other programs in a part of a text.
func (a *adapter) shortcodes(part []byte) []byte {
	text := string(part)
	for _, s := range siteCodes() {
		text = s.form().ReplaceAllStringFunc(text, func(was string) string {
			where := changed
			if s.what == remotePicture {
				where = look
			}
			a.tell(where, s.what, was)
			return s.make(s.form().FindStringSubmatch(was))
		})
	}
	return []byte(text)
}

var shortcodePair = lazyregexp.New(`([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"']+))`)

// pairs returns the parameters of a shortcode.
func pairs(text string) map[string]string {
	out := map[string]string{}
	for _, m := range shortcodePair().FindAllStringSubmatch(text, -1) {
		out[m[1]] = m[2] + m[3] + m[4]
	}
	return out
}

// figure returns the figure that a shortcode's parameters describe.
func figure(parameters string) string {
	p := pairs(parameters)
	src := cmp.Or(cmp.Or(p["src"], p["file"]), cmp.Or(p["url"], p["image"]))
	caption := cmp.Or(p["caption"], p["title"])
	alt := cmp.Or(p["alt"], caption)
	if caption != "" {
		caption = fmt.Sprintf(" %q", caption)
	}
	picture := "![" + alt + "](" + markdown.Address(strings.TrimPrefix(src, "/")) + caption + ")"
	if alt == "" {
		picture += `{alt=""}`
	}
	return picture
}

// linkedFile returns the file that a template's link names.
func linkedFile(name string) string {
	name = strings.TrimPrefix(name, "/")
	file, anchor, ok := strings.Cut(name, "#")
	if path.Ext(file) == "" && file != "" {
		file += ".md"
	}
	if ok {
		file += "#" + anchor
	}
	return file
}

// noteKinds are the kinds of notes by the words of other programs.
var noteKinds = sync.OnceValue(func() map[string]string {
	return map[string]string{"info": "note", "success": "tip", "danger": "warning", "error": "warning", "primary": "note", "secondary": "note", "tip": "tip",
		"note": "note", "warning": "warning", "caution": "caution", "important": "important"}
})

// noteKind returns the kind and the title of a note that a shortcode opens.
func noteKind(code, parameters string) string {
	p := pairs(parameters)
	word := strings.ToLower(cmp.Or(p["type"], strings.Trim(strings.Fields(parameters + " note")[0], `"'`)))
	kind := noteKinds()[word]
	for _, name := range []string{"tip", "warning"} {
		if kind == "" && strings.Contains(code, name) {
			kind = name
		}
	}
	return strings.TrimSpace(cmp.Or(kind, "note") + " " + p["title"])
}

// remote returns a picture that is on a network as a link: its address, if it has no description.
func remote(alt, address string) string {
	if alt == "" {
		return "<" + address + ">"
	}
	return "[" + alt + "](" + address + ")"
}
