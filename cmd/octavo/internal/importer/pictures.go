package importer

import (
	"crypto/sha256"
	"encoding/base64"
	"net/url"
	"path"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/markdown"
)

// keep keeps a picture and returns its path under manuscript/. The same bytes are kept once.
func (ms *Manuscript) keep(name string, data []byte) string {
	base := cleanName(path.Base(name))
	ext := path.Ext(base)
	stem := strings.TrimSuffix(base, ext)
	key := keptPicture{strings.ToLower(base), ms.sumOf(data)}
	if to := ms.kept[key]; to != "" {
		return to
	}
	if ms.kept == nil {
		ms.kept, ms.pictureNames = map[keptPicture]string{}, usedNames{}
	}
	to := ms.pictureNames.add("pictures/"+stem, ext)
	ms.kept[key] = to
	ms.Pictures = append(ms.Pictures, File{to, data})
	return to
}

// sumOf returns the SHA-256 of a picture's bytes, which is counted once for those that were read once: a picture may stand at many places.
func (ms *Manuscript) sumOf(data []byte) [sha256.Size]byte {
	if len(data) == 0 {
		return sha256.Sum256(nil)
	}
	sum, ok := ms.sums[&data[0]]
	if !ok {
		if ms.sums == nil {
			ms.sums = map[*byte][sha256.Size]byte{}
		}
		sum = sha256.Sum256(data)
		ms.sums[&data[0]] = sum
	}
	return sum
}

// keptPicture is a picture that is kept: what the source calls it, in small letters, and the SHA-256 of its bytes.
type keptPicture struct {
	name string
	sum  [sha256.Size]byte
}

// cleanName returns a file's name without characters that mean something in an address or to a file system.
func cleanName(name string) string {
	name = strings.Map(func(r rune) rune {
		if r < ' ' || strings.ContainsRune(`<>:"/\|?*%#&()[]{}' `, r) {
			return '-'
		}
		return r
	}, name)
	if name = strings.Trim(name, "-. "); name == "" {
		return "picture"
	}
	return name
}

// describe marks the pictures of a chapter that have no description: the caption is one, else they count as decoration.
func (ms *Manuscript) describe(c *Chapter, page string) {
	eachImage(c, func(img *book.Image) {
		if img.Alt == "" && !img.Decoration {
			img.Decoration = true
			ms.look(c, page, undescribed, img.Path)
		}
	})
}

// eachImage calls f for every picture of a chapter.
func eachImage(c *Chapter, f func(*book.Image)) {
	visit := func(in book.Inline) []book.Inline {
		if img, ok := in.(*book.Image); ok {
			f(img)
		}
		return []book.Inline{in}
	}
	r := &rewriter{inline: visit, block: func(b book.Block) []book.Block {
		if fig, ok := b.(*book.Figure); ok {
			f(fig.Image)
		}
		return []book.Block{b}
	}}
	c.Blocks = r.blocks(c.Blocks)
	c.Title = r.text(c.Title)
}

// fetched brings the pictures of a page along: those of its folder and those in its addresses. What is on a network is not fetched:
// its place is kept as a comment, with what to do.
func (ms *Manuscript) fetched(t *tree, page string, c *Chapter) {
	c.Blocks = ms.fetchedBlocks(t, page, c, c.Blocks)
}

// fetchedBlocks brings the pictures of blocks of a chapter along.
func (ms *Manuscript) fetchedBlocks(t *tree, page string, c *Chapter, blocks []book.Block) []book.Block {
	part := &Chapter{Blocks: blocks}
	missing := map[*book.Image]string{}
	eachImage(part, func(img *book.Image) {
		data, name := ms.pictureData(t, page, img.Path)
		if data == nil {
			missing[img] = img.Path
			return
		}
		img.Path = ms.keep(name, data)
	})
	if len(missing) == 0 {
		return part.Blocks
	}
	r := &rewriter{
		inline: func(in book.Inline) []book.Inline {
			img, ok := in.(*book.Image)
			if !ok || missing[img] == "" {
				return []book.Inline{in}
			}
			ms.absent(c, page, img)
			return []book.Inline{&book.RawHTML{Text: "<!-- " + safe("!["+img.Alt+"]("+img.Path+")") + " -->"}}
		},
		block: func(b book.Block) []book.Block {
			f, ok := b.(*book.Figure)
			if !ok || missing[f.Image] == "" {
				return []book.Block{b}
			}
			ms.absent(c, page, f.Image)
			return []book.Block{&book.HTML{Text: "<!--\n" + safe(strings.TrimSpace(string(markdown.Blocks([]book.Block{f}, markdown.Typed)))) + "\n-->"}}
		},
	}
	return r.blocks(part.Blocks)
}

// safe returns a text that does not end a comment of HTML.
func safe(s string) string {
	return strings.ReplaceAll(strings.ReplaceAll(s, "--", "-‐"), "\n\n", "\n")
}

// absent records a picture that could not be brought along, and names the file that is to be put in its place.
func (ms *Manuscript) absent(c *Chapter, page string, img *book.Image) {
	from := img.Path
	name := from
	if u, err := url.Parse(from); err == nil {
		name = u.Path
		if inner, err := url.PathUnescape(path.Base(u.Path)); err == nil && strings.Contains(inner, "/") { // a proxy's address with the picture's in it
			name = inner
		}
	}
	img.Path = "pictures/" + cleanName(path.Base(name))
	ms.look(c, page, "a picture is not in the source, and octavo fetches nothing; save it, and take the signs <!-- and --> around it away", from+" as "+img.Path)
}

// pictureData returns the bytes of a picture and its name, nil if they are not at hand.
func (ms *Manuscript) pictureData(t *tree, page, address string) (data []byte, name string) {
	if rest, ok := strings.CutPrefix(address, "data:image/"); ok {
		kind, encoded, ok := strings.Cut(rest, ";base64,")
		if !ok {
			return nil, ""
		}
		data, err := base64.StdEncoding.DecodeString(strings.Join(strings.Fields(encoded), ""))
		if err != nil || len(data) == 0 {
			return nil, ""
		}
		kind, _, _ = strings.Cut(kind, ";")
		return data, "picture." + strings.TrimSuffix(kind, "+xml")
	}
	if t == nil {
		return nil, ""
	}
	name = address
	if u, err := url.Parse(address); err == nil {
		if u.Host != "" && !strings.Contains(u.Path, "/content/images/") && !strings.Contains(u.Path, "/wp-content/uploads/") {
			return nil, ""
		}
		name = u.Path
	}
	for _, candidate := range []string{path.Join(path.Dir(page), name), strings.TrimPrefix(path.Clean("/"+name), "/"), strings.TrimPrefix(name, "__GHOST_URL__/")} {
		if t.has(candidate) {
			if data, err := t.readPicture(candidate); err == nil && len(data) > 0 {
				return data, path.Base(candidate)
			}
		}
	}
	return nil, ""
}
