package importer

import (
	"bytes"
	"cmp"
	"errors"
	"fmt"
	"net/url"
	"path"
	"regexp"
	"slices"
	"strings"
	"sync"

	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/lazyregexp"
	"octavo/cmd/octavo/internal/manuscript"
	"octavo/cmd/octavo/internal/markdown"
	"octavo/cmd/octavo/internal/order"
)

// isMarkdown and isPicture hold the extensions of files.
var (
	isMarkdown = sync.OnceValue(func() map[string]bool {
		return map[string]bool{".md": true, ".markdown": true, ".mdown": true, ".mkd": true, ".qmd": true, ".rmd": true, ".mdx": true}
	})
	isPicture = sync.OnceValue(func() map[string]bool {
		return map[string]bool{".png": true, ".jpg": true, ".jpeg": true, ".gif": true, ".webp": true, ".svg": true, ".bmp": true, ".tif": true, ".tiff": true, ".avif": true, ".heic": true}
	})
)

// of returns the files of a tree with one of the extensions.
func (t *tree) of(extensions map[string]bool) []string {
	var out []string
	for _, name := range t.files {
		if extensions[strings.ToLower(path.Ext(name))] {
			out = append(out, name)
		}
	}
	return out
}

// readFolder reads a folder or a zip file: the export of a site, a folder of Markdown, or files of one kind or several.
func (ms *Manuscript) readFolder(t *tree) error {
	for _, name := range t.files {
		if path.Base(name) == "posts.csv" {
			return ms.readSubstack(t, name)
		}
	}
	pages := htmlFiles(t)
	texts := t.of(isMarkdown())
	if len(texts) == 0 && slices.ContainsFunc(t.files, func(name string) bool { return path.Base(name) == "Book.txt" }) {
		texts = slices.DeleteFunc(t.of(map[string]bool{".txt": true}), order.IsList)
	}
	if len(texts) > 0 {
		return ms.readMarkdownFolder(t, texts)
	}
	var posts []string
	for _, name := range pages {
		if path.Base(path.Dir(name)) == "posts" {
			posts = append(posts, name)
		}
	}
	if len(posts) > 0 && len(posts) < len(pages) && t.has(path.Join(path.Dir(path.Dir(posts[0])), "README.html")) {
		return ms.readMedium(t, posts)
	}
	if len(pages) > 0 {
		return ms.readPosts(t, pages)
	}
	var rest []string
	for _, name := range t.files {
		if formats[strings.ToLower(path.Ext(name))] != nil && !lockFile(name) {
			rest = append(rest, name)
		}
	}
	slices.SortFunc(rest, natural)
	for _, name := range rest {
		if err := ms.readFile(t, name); err != nil {
			return err
		}
	}
	ms.otherFormats(t, rest)
	if len(rest) == 0 {
		for _, name := range t.files {
			if what := foreign()[strings.ToLower(path.Ext(name))]; what != "" {
				return fmt.Errorf("cannot import %s: it is %s", t.shown(name), what)
			}
		}
		return fmt.Errorf("%s holds no text that can be read; octavo reads %s", t.name, readable)
	}
	return nil
}

// readMarkdown reads one file of Markdown.
func (ms *Manuscript) readMarkdown(t *tree, name string) error {
	if t.files == nil && t.root != nil {
		if err := t.list(); err != nil { // for the pictures beside it
			return err
		}
	}
	return ms.copyMarkdown(t, path.Dir(name), []string{name})
}

// readMarkdownFolder reads a folder of Markdown. Its files keep their names and places, so that links and pictures keep theirs, and
// the order in which its program has them.
func (ms *Manuscript) readMarkdownFolder(t *tree, texts []string) error {
	base := commonFolder(texts)
	ordered := false
	for _, name := range t.files {
		if order.IsList(name) && path.Base(name) != mkdocs {
			base, ordered = path.Dir(name), true
			break
		}
	}
	ms.ordered = true
	ms.readBookFile(t)
	var inside []string
	for _, name := range texts {
		rel, ok := under(base, name)
		switch {
		case !ok:
			ms.remark(leftOut, nil, name, "files outside of the folder with the text", "")
		case strings.HasPrefix(rel, "_drafts/") || strings.Contains(rel, "/_drafts/"):
			ms.remark(leftOut, nil, name, "drafts", "")
		case !ordered && notText()[strings.ToLower(strings.TrimSuffix(path.Base(name), path.Ext(name)))] && path.Dir(rel) == ".":
			ms.remark(leftOut, nil, name, "files about the folder, not of the text", "")
		default:
			inside = append(inside, name)
		}
	}
	if len(inside) == 0 {
		inside = texts
	}
	slices.SortFunc(inside, natural)
	ms.otherFormats(t, texts)
	for _, name := range t.files {
		if !order.IsList(name) || isMarkdown()[path.Ext(name)] || path.Dir(name) != base && (path.Base(name) != mkdocs || path.Dir(name) != path.Dir(base)) {
			continue
		}
		if data, err := t.read(name); err == nil {
			ms.lists = append(ms.lists, File{path.Base(name), docsFolder().ReplaceAll(data, nil)})
		}
	}
	return ms.copyMarkdown(t, base, inside)
}

// otherFormats tells of the files of a folder that may hold text and are not among those that are read.
func (ms *Manuscript) otherFormats(t *tree, read []string) {
	among := map[string]bool{}
	for _, name := range read {
		among[name] = true
	}
	for _, name := range t.files {
		ext := strings.ToLower(path.Ext(name))
		if formats[ext] == nil && foreign()[ext] == "" || isData[ext] || among[name] || order.IsList(name) || lockFile(name) {
			continue
		}
		ms.remark(leftOut, nil, name, "files in other formats than the rest of the folder; to have one in the book, import it by its name", "")
	}
}

// lockFile reports whether a file is one that Word keeps beside a file that is open.
func lockFile(name string) bool { return strings.HasPrefix(path.Base(name), "~$") }

// isData holds the extensions of formats that are settings or data where they lie beside Markdown.
var isData = map[string]bool{".xml": true, ".json": true}

// mkdocs is the list of MkDocs, which lies beside the folder of the texts and names that folder.
const mkdocs = "mkdocs.yml"

var docsFolder = lazyregexp.New(`(?m)^docs_dir:.*\n`)

// notText are the names of files that say something about a folder.
var notText = sync.OnceValue(func() map[string]bool {
	return map[string]bool{"license": true, "licence": true, "changelog": true, "contributing": true, "code_of_conduct": true, "security": true, "todo": true}
})

// commonFolder returns the innermost folder in which all files lie.
func commonFolder(names []string) string {
	dir := path.Dir(names[0])
	for _, name := range names {
		for dir != "." && name != dir && !strings.HasPrefix(name, dir+"/") {
			dir = path.Dir(dir)
		}
	}
	return dir
}

// under returns a name relative to a folder, and whether it is inside.
func under(dir, name string) (string, bool) {
	if dir == "." {
		return name, true
	}
	return strings.CutPrefix(name, dir+"/")
}

// copyMarkdown copies files of Markdown with what of them octavo has another form for, and the pictures that they name.
func (ms *Manuscript) copyMarkdown(t *tree, base string, names []string) error {
	var all bytes.Buffer
	read, lines := 0, 0 // bytes that were read as chapters; lines
	untried := false
	for _, name := range names {
		data, err := t.read(name)
		if err != nil {
			return &sourceError{t.shown(name), err}
		}
		if bytes.IndexByte(data, 0) >= 0 && !bytes.HasPrefix(data, []byte{0xFF, 0xFE}) && !bytes.HasPrefix(data, []byte{0xFE, 0xFF}) {
			return &sourceError{t.shown(name), errors.New("it is no text")}
		}
		if lines += bytes.Count(data, []byte("\n")); lines > mostLines {
			return &sourceError{t.shown(name), errors.New("with this file, the Markdown has more than 500,000 lines, and a book is printed on half of that at most; import it in parts")}
		}
		rel, _ := under(base, name)
		if ext := strings.ToLower(path.Ext(rel)); ext != ".md" && ext != ".markdown" {
			rel = strings.TrimSuffix(rel, path.Ext(rel)) + ".md"
		}
		c := &Chapter{Name: rel, page: name, links: map[string]target{}}
		c.Text = ms.adapted(c, name, ms.converted(t, c, name, utf8Text(data)))
		all.Write(c.Text)
		if order.IsList(name) {
			ms.lists = append(ms.lists, File{rel, c.Text})
			continue
		}
		if read += len(c.Text); !isLong(read, len(ms.Chapters)+1) {
			ms.refused(c)
		} else if !untried {
			ms.look(c, "", "the text is too long for octavo to say here what it refuses in this file and in those after it; octavo check does", "")
			untried = true
		}
		ms.Chapters = append(ms.Chapters, c)
	}
	ms.adoptFront(names, all.Bytes())
	ms.copyPictures(t, base, all.Bytes())
	return nil
}

// mostLines is how many lines of Markdown are imported: twice as many as a book can have in print.
const mostLines = 500_000

// aboutOthers are the beginnings of the codes of errors that only a book with all its files can have.
var aboutOthers = []string{"link-", "picture-", "wiki", "title-", "see-"}

// refused tells of what octavo refuses in a file that is copied.
func (ms *Manuscript) refused(c *Chapter) {
	_, found := manuscript.ParseChapter(c.Name, c.Text)
	found.Sort()
	for _, d := range found {
		if d.Severity != diag.Error || slices.ContainsFunc(aboutOthers, func(lead string) bool { return strings.HasPrefix(d.Code, lead) }) {
			continue
		}
		line, column := d.Pos.Source.LineColumn(d.Pos.Offset)
		ms.look(c, fmt.Sprintf("line %d, column %d", line, column), "octavo refuses this; octavo check says what to write instead", d.Message)
	}
}

var (
	obsidianComment = lazyregexp.New(`(?s) ?%%.*?%% ?`)
	includeCode     = lazyregexp.New(`\{\{\s*#(?:include|playground|rustdoc_include)\s+([^}\s:]+)(?:\.\w+)?(?::[^}]*)?\s*\}\}|(?m:^!INCLUDE\s+"?([^"\n]+)"?\s*$)`)
	fenceLine       = lazyregexp.New("(?m)^ {0,3}(?:```|~~~).*$")
)

// maxIncluded is the number of files that may be included in each other.
const maxIncluded = 8

// converted returns a file of Markdown with what octavo does not read turned into what it does: comments of Obsidian are dropped, files
// included. Code is left as it is.
func (ms *Manuscript) converted(t *tree, c *Chapter, name string, text []byte) []byte {
	return outsideCode(text, func(part []byte) []byte {
		return outsideSpans(part, func(part []byte) []byte { return ms.convertedPart(t, c, name, part) })
	})
}

// codeSpan matches code in running text.
var codeSpan = lazyregexp.New("``[^`]+``|`[^`\n]+`")

// outsideSpans applies f to the parts of a text that are no code.
func outsideSpans(text []byte, f func([]byte) []byte) []byte {
	var out bytes.Buffer
	at := 0
	for _, m := range codeSpan().FindAllIndex(text, -1) {
		out.Write(f(text[at:m[0]]))
		out.Write(text[m[0]:m[1]])
		at = m[1]
	}
	out.Write(f(text[at:]))
	return out.Bytes()
}

// convertedPart converts a part of a file that is no code.
func (ms *Manuscript) convertedPart(t *tree, c *Chapter, name string, part []byte) []byte {
	part = obsidianComment().ReplaceAllFunc(part, func(m []byte) []byte {
		ms.remark(leftOut, c, name, "comments that are not printed (%%…%%)", strings.Trim(string(m), "% \n"))
		if m[0] == ' ' && m[len(m)-1] == ' ' {
			return []byte(" ")
		}
		return nil
	})
	part = ms.described(t, c, name, part)
	return ms.included(t, c, name, part, 0)
}

var (
	barePicture  = lazyregexp.New(`!\[\]\(([^()\n]+)\)(\{[^}\n]*\})?`)
	onNetwork    = lazyregexp.New(`^https?://`)
	embedPicture = lazyregexp.New(`!\[\[([^\]|#\n]+\.(?i:png|jpe?g|gif|webp|svg|bmp|tiff?))(\|[^\]\n]*)?\]\]`)
)

// described marks the pictures that have no description as decoration, so that the book can be made, and tells the author.
func (ms *Manuscript) described(t *tree, c *Chapter, name string, part []byte) []byte {
	part = barePicture().ReplaceAllFunc(part, func(m []byte) []byte {
		sub := barePicture().FindSubmatch(m)
		if len(sub[2]) > 0 || onNetwork().Match(sub[1]) { // see siteCodes
			return m
		}
		ms.look(c, name, undescribed, string(sub[1]))
		return []byte(string(m) + `{alt=""}`)
	})
	return embedPicture().ReplaceAllFunc(part, func(m []byte) []byte {
		sub := embedPicture().FindSubmatch(m)
		file := t.named(string(sub[1]))
		if rest := strings.TrimPrefix(string(sub[2]), "|"); file == "" || strings.Trim(rest, "0123456789x") != "" {
			return m
		}
		size := ""
		if width, _, _ := strings.Cut(strings.TrimPrefix(string(sub[2]), "|"), "x"); width != "" {
			size = "width=" + width + " "
		}
		ms.look(c, name, undescribed, file)
		return []byte("![](" + markdown.Address(relativeName(name, file)) + "){" + size + `alt=""}`)
	})
}

// undescribed is said of a picture without a description.
const undescribed = "a picture has no description, and is marked as decoration; write in place of alt=\"\" what it shows, ![a door](door.png)"

// relativeName returns a file of a tree as a link in another one names it.
func relativeName(from, to string) string {
	dir := path.Dir(from)
	up := ""
	for dir != "." && !strings.HasPrefix(to, dir+"/") {
		dir, up = path.Dir(dir), up+"../"
	}
	rest, _ := under(dir, to)
	return up + rest
}

// named returns the file of a tree with a path or, wherever it lies, with a name; "" if there is none.
func (t *tree) named(name string) string {
	name = path.Clean(strings.TrimSpace(name))
	found := ""
	for _, f := range t.files {
		switch {
		case f == name:
			return f
		case found == "" && (strings.HasSuffix(f, "/"+name) || path.Base(f) == name):
			found = f
		}
	}
	return found
}

// included puts files in place of the codes that include them.
func (ms *Manuscript) included(t *tree, c *Chapter, name string, part []byte, depth int) []byte {
	return includeCode().ReplaceAllFunc(part, func(m []byte) []byte {
		sub := includeCode().FindSubmatch(m)
		file := path.Join(path.Dir(name), cmp.Or(string(sub[1]), string(sub[2])))
		data, err := readNamed(t, file)
		if err != nil || depth == maxIncluded {
			ms.look(c, name, "a file that is to be included is not in the source", file)
			return m
		}
		ms.remark(changed, c, name, "files that were included are written out", file)
		return bytes.TrimRight(ms.included(t, c, file, utf8Text(data), depth+1), "\n")
	})
}

// outsideCode applies f to the parts of a text that are not between fences, nor front matter.
func outsideCode(text []byte, f func([]byte) []byte) []byte {
	var out bytes.Buffer
	rest := text
	for len(rest) > 0 {
		open := fenceLine().FindIndex(rest)
		if open == nil {
			break
		}
		out.Write(f(rest[:open[0]]))
		end := len(rest)
		sign := bytes.TrimSpace(rest[open[0]:open[1]])[:3]
		if shut := regexp.MustCompile(`(?m)^ {0,3}` + regexp.QuoteMeta(string(sign)) + `[` + string(sign[:1]) + `]*[ \t]*$`).FindIndex(rest[open[1]:]); shut != nil {
			end = open[1] + shut[1]
		}
		out.Write(rest[open[0]:end])
		rest = rest[end:]
	}
	out.Write(f(rest))
	return out.Bytes()
}

// copyPictures brings along the pictures that a text names, in their places.
func (ms *Manuscript) copyPictures(t *tree, base string, text []byte) {
	for _, name := range t.of(isPicture()) {
		stem := path.Base(name)
		if !bytes.Contains(text, []byte(stem)) && !bytes.Contains(text, []byte(url.PathEscape(stem))) && !bytes.Contains(text, []byte(strings.ReplaceAll(stem, " ", "%20"))) {
			continue
		}
		rel, ok := under(base, name)
		if !ok {
			rel = "pictures/" + stem
		}
		if data, err := t.read(name); err == nil {
			ms.Pictures = append(ms.Pictures, File{rel, data})
			if !ok {
				ms.remark(changed, nil, name, "pictures outside of the folder with the text are in pictures/", rel)
			}
		}
	}
}
