package manuscript

import (
	"github.com/yuin/goldmark/ast"
	"github.com/yuin/goldmark/parser"
	"github.com/yuin/goldmark/text"

	"octavo/cmd/octavo/internal/lazyregexp"
)

// sizedPicture is a picture whose address is followed by its size, as in MultiMarkdown's and many editors' dialects:
// ![a door](door.png =300x200), where each of the numbers may be missing or be a percentage. CommonMark would print it.
var sizedPicture = lazyregexp.New(`^!\[([^\[\]\n]*)\]\(\s*(<[^<>\n]*>|[^\s()<>]+)(?:\s+("[^"\n]*"|'[^'\n]*'))?\s+=(\d*%?)x?(\d*%?)(?:\s+("[^"\n]*"|'[^'\n]*'))?\s*\)`)

// longestSizedPicture is how much of a line is searched for one, in bytes.
const longestSizedPicture = 2000

// sizeParser parses a sizedPicture.
type sizeParser struct{}

func (sizeParser) Trigger() []byte { return []byte{'!'} }

func (sizeParser) Parse(_ ast.Node, block text.Reader, _ parser.Context) ast.Node {
	line, seg := block.PeekLine()
	m := sizedPicture().FindSubmatchIndex(line[:min(len(line), longestSizedPicture)])
	if m == nil || m[8] == m[9] && m[10] == m[11] {
		return nil
	}
	part := func(i int) []byte { return line[m[2*i]:m[2*i+1]] }
	link := ast.NewLink()
	if link.Destination = part(2); link.Destination[0] == '<' {
		link.Destination = link.Destination[1 : len(link.Destination)-1]
	}
	for _, i := range []int{3, 6} {
		if m[2*i] >= 0 {
			link.Title = part(i)[1 : m[2*i+1]-m[2*i]-1]
		}
	}
	img := ast.NewImage(link)
	img.SetPos(seg.Start)
	if m[2] < m[3] {
		alt := ast.NewTextSegment(text.NewSegment(seg.Start+m[2], seg.Start+m[3]))
		alt.SetPos(seg.Start + m[2])
		img.AppendChild(img, alt)
	}
	var attrs []attribute
	for i, key := range []string{4: "width", 5: "height"} {
		if key != "" && m[2*i] < m[2*i+1] {
			attrs = append(attrs, attribute{key: key, value: string(part(i)), start: seg.Start + m[2*i], end: seg.Start + m[2*i+1]})
		}
	}
	img.SetAttributeString(attributesName, attrs)
	block.Advance(m[1])
	return img
}
