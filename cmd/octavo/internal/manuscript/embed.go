package manuscript

import (
	"bytes"
	"io/fs"
	"net/url"
	"os"
	"path"
	"path/filepath"
	"slices"
	"strings"
	"sync"

	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// pictureExtensions are those of files that are taken for pictures where a dialect does not say what they are.
var pictureExtensions = sync.OnceValue(func() map[string]bool {
	return map[string]bool{".png": true, ".jpg": true, ".jpeg": true, ".gif": true, ".webp": true, ".tif": true, ".tiff": true,
		".bmp": true, ".svg": true, ".avif": true, ".heic": true}
})

// embeddedName is the name under which a picture in goldmark's tree keeps that it was embedded by its name.
var embeddedName = "octavo-embedded"

var pictureSize = lazyregexp.New(`^(\d+)(x\d+)?$`)

// picture returns an embedded picture: ![[door.png|a door|300]], where the words and the width may be missing.
func (n *wikiNode) picture(inside []byte, at int) ast.Node {
	link := ast.NewLink()
	link.Destination = []byte(escaped(n.name))
	img := ast.NewImage(link)
	img.SetPos(n.Pos())
	img.SetAttributeString(embeddedName, true)
	parts := bytes.Split(inside, []byte("|"))
	for _, part := range parts[1:] {
		start := at + bytes.Index(inside, part)
		if m := pictureSize().FindSubmatch(bytes.TrimSpace(part)); m != nil {
			img.SetAttributeString(attributesName, []attribute{{key: "width", value: string(m[1]), start: start, end: start + len(part)}})
			continue
		}
		if words := bytes.TrimSpace(part); len(words) > 0 && img.FirstChild() == nil {
			start += bytes.Index(part, words)
			alt := ast.NewTextSegment(text.NewSegment(start, start+len(words)))
			alt.SetPos(start)
			img.AppendChild(img, alt)
		}
	}
	return img
}

// spacedPicture is a picture, and spacedLink a link, whose address has blanks, which CommonMark would print.
var (
	spacedPicture = lazyregexp.New(`^!\[([^\[\]\n]*)\]\(\s*(` + spacedAddress + `\.(?i:png|jpe?g|gif|webp|tiff?|bmp|svg))(?:\s+("[^"\n]*"|'[^'\n]*'))?\s*\)`)
	spacedLink    = lazyregexp.New("^\\[([^\\[\\]\\n*_`~]+)\\]\\(\\s*(" + spacedAddress + `\.(?i:md|markdown)(?:#[^<>"()\n]*)?)\s*\)`)
)

// spacedAddress is an address in which parentheses are in pairs.
const spacedAddress = `(?:[^\s()\[\]<>"]|\([^()\n]*\))(?:[^()\[\]<>"\n]|\([^()\n]*\))*?`

// spacedParser parses pictures and links whose addresses have blanks.
type spacedParser struct{}

func (spacedParser) Trigger() []byte { return []byte{'!', '['} }

func (spacedParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, seg := block.PeekLine()
	head := line[:min(len(line), longestSizedPicture)]
	close := bytes.Index(head, []byte("]("))
	if close < 0 {
		return nil
	}
	if address, _, _ := bytes.Cut(head[close:], []byte(")")); bytes.IndexByte(address, ' ') < 0 { // the usual case
		return nil
	}
	m := spacedPicture().FindSubmatchIndex(head)
	if line[0] == '[' {
		m = spacedLink().FindSubmatchIndex(head)
	}
	if m == nil || bytes.IndexByte(line[m[4]:m[5]], ' ') < 0 {
		return nil
	}
	link := ast.NewLink()
	link.Destination = bytes.ReplaceAll(line[m[4]:m[5]], []byte(" "), []byte("%20"))
	var node ast.Node = link
	if line[0] == '!' {
		if m[6] >= 0 {
			link.Title = line[m[6]+1 : m[7]-1]
		}
		node = ast.NewImage(link)
	}
	node.(interface{ SetPos(int) }).SetPos(seg.Start)
	if from, to := m[2], m[3]; from < to {
		inner := ast.NewTextSegment(text.NewSegment(seg.Start+from, seg.Start+to))
		inner.SetPos(seg.Start + from)
		node.AppendChild(node, inner)
	}
	block.Advance(m[1])
	return node
}

// mostNames is how many files of the manuscript's folder are looked at for embedded pictures.
const mostNames = 1 << 16

// placeEmbedded gives pictures that are embedded by their name alone the path of the one file of that name in the manuscript's folder.
func placeEmbedded(root *os.Root, files []*parsed) diag.List {
	var diags diag.List
	var lying map[string][]string // paths by folded names, made when they are needed
	for _, p := range files {
		for _, img := range p.embedded {
			name := unescaped(img.Path)
			if lying == nil {
				lying = namesIn(root)
			}
			same := lying[fold(path.Base(name))]
			if slices.Contains(same, path.Join(path.Dir(p.chapter.File), name)) {
				continue
			}
			var found []string
			for _, at := range same {
				if strings.HasSuffix("/"+fold(at), "/"+fold(path.Clean(name))) {
					found = append(found, at)
				}
			}
			if len(found) > 1 {
				diags.Errorf("picture-ambiguous", img.Pos, "%d pictures are named %q: %s and %s", len(found), name, found[0], found[1]).
					Note("write its folder too: ![[%s]]", found[0])
			}
			if len(found) > 0 {
				img.Path = escapedPath(path.Dir(p.chapter.File), found[0])
			}
		}
	}
	return diags
}

// escapedPath returns how a file in a folder of the manuscript names another.
func escapedPath(folder, name string) string {
	if rel, err := filepath.Rel(folder, name); err == nil {
		name = filepath.ToSlash(rel)
	}
	return escaped(name)
}

// escaped returns a path as an address has it.
func escaped(name string) string {
	parts := strings.Split(name, "/")
	for i := range parts {
		parts[i] = url.PathEscape(parts[i])
	}
	return strings.Join(parts, "/")
}

// namesIn returns the paths of the files in a folder, by their folded names, without hidden ones.
func namesIn(root *os.Root) map[string][]string {
	names := map[string][]string{}
	n := 0
	_ = fs.WalkDir(root.FS(), ".", func(name string, d fs.DirEntry, err error) error {
		hidden := name != "." && strings.HasPrefix(path.Base(name), ".")
		switch n++; {
		case n > mostNames:
			return fs.SkipAll
		case err != nil || hidden && d.IsDir():
			return fs.SkipDir
		case !hidden && !d.IsDir():
			key := fold(path.Base(name))
			names[key] = append(names[key], name)
		}
		return nil
	})
	return names
}
