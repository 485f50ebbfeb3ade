package manuscript

import (
	"bytes"
	"net/url"
	"path"
	"strings"

	"github.com/yuin/goldmark/ast"

	"octavo/cmd/octavo/internal/book"
)

// picturesAlone returns the pictures that a paragraph consists of, nil if it has words too. Pictures that are links are among
// them, since pages of the web lead from a picture to a larger copy of itself; links are those.
func picturesAlone(source []byte, n ast.Node) (pictures []*ast.Image, links []*ast.Link) {
	for c := n.FirstChild(); c != nil; c = c.NextSibling() {
		switch c := c.(type) {
		case *ast.Image:
			pictures = append(pictures, c)
		case *ast.Link:
			img, ok := c.FirstChild().(*ast.Image)
			if !ok || img.NextSibling() != nil {
				return nil, nil
			}
			pictures, links = append(pictures, img), append(links, c)
		case *ast.Text:
			if len(bytes.TrimSpace(c.Segment.Value(source))) > 0 {
				return nil, nil
			}
		default:
			return nil, nil
		}
	}
	return pictures, links
}

// figures tells which pictures stand alone in their paragraphs. It is asked in the order of the text.
type figures struct {
	source []byte
	last   ast.Node // the paragraph that was looked at last
	alone  bool
}

// has reports whether a picture is a figure, whose caption is printed.
func (f *figures) has(n *ast.Image) bool {
	p := n.Parent()
	if p.Kind() == ast.KindLink {
		p = p.Parent()
	}
	if p != f.last {
		f.last, f.alone = p, false
		if p.Kind() == ast.KindParagraph || p.Kind() == ast.KindTextBlock {
			pictures, _ := picturesAlone(f.source, p)
			f.alone = pictures != nil
		}
	}
	return f.alone
}

// linked reports the links of pictures that stand by themselves, unless they lead to pictures.
func (b *builder) linked(links []*ast.Link) {
	for _, l := range links {
		if address := unescape(l.Destination); !namesPicture(address) {
			b.f.diags.Warnf("picture-link", b.pos(l.Pos()), "the link of a picture to %q is left out", address).
				Note("make words of the picture's caption the link instead")
		}
	}
}

// namesPicture reports whether an address is that of a picture.
func namesPicture(address string) bool {
	u, err := url.Parse(address)
	return err == nil && pictureExtensions()[strings.ToLower(path.Ext(u.Path))]
}

// figure converts a picture by itself, which begins at an offset of the source.
func (b *builder) figure(img *ast.Image, at int) *book.Figure {
	b.run.reset()
	f := &book.Figure{Pos: b.pos(at)}
	var attrs given
	f.Image, attrs = b.picture(img)
	b.anchor(&f.ID, attrs)
	f.Caption = b.caption(img)
	if f.Caption == nil && namesFigure(f.ID) {
		f.Caption = b.text(img)
	}
	return f
}

// namesFigure reports whether an id is one by which Quarto, pandoc-crossref and Bookdown know a figure. Its description is its caption
// there.
func namesFigure(id string) bool {
	return strings.HasPrefix(id, "fig-") || strings.HasPrefix(id, "fig:")
}
