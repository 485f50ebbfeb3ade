package importer

import (
	"bytes"
	"cmp"
	"encoding/csv"
	"encoding/json"
	"encoding/xml"
	"errors"
	"fmt"
	"html"
	"io"
	"path"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/book"
	"octavo/cmd/octavo/internal/lazyregexp"
)

// readSubstack reads the export of a newsletter: posts.csv, and a file for each post beside it in posts.
func (ms *Manuscript) readSubstack(t *tree, table string) error {
	data, err := t.read(table)
	if err != nil {
		return err
	}
	r := csv.NewReader(bytes.NewReader(bytes.TrimPrefix(data, []byte("\uFEFF"))))
	r.FieldsPerRecord, r.LazyQuotes = -1, true
	rows, err := r.ReadAll()
	if err != nil || len(rows) == 0 {
		return &sourceError{t.shown(table), errors.New("it is no table of posts")}
	}
	column := map[string]int{}
	for i, key := range rows[0] {
		column[strings.TrimSpace(key)] = i
	}
	get := func(row []string, key string) string {
		if i, ok := column[key]; ok && i < len(row) {
			return strings.TrimSpace(row[i])
		}
		return ""
	}
	files := map[string]string{} // by the post's number
	for _, name := range t.files {
		if strings.EqualFold(path.Ext(name), ".html") && path.Dir(name) == path.Join(path.Dir(table), "posts") {
			id, _, _ := strings.Cut(path.Base(name), ".")
			files[id] = name
		}
	}
	var posts []post
	for _, row := range rows[1:] {
		id, slug, _ := strings.Cut(get(row, "post_id"), ".")
		name := files[id]
		delete(files, id)
		title := get(row, "title")
		switch {
		case name == "":
			ms.remark(leftOut, nil, table, "posts without a file", title)
			continue
		case !strings.EqualFold(get(row, "is_published"), "true"):
			ms.remark(leftOut, nil, name, "drafts", title)
			continue
		}
		p, err := ms.page(t, name)
		if err != nil {
			return &sourceError{t.shown(name), err}
		}
		date := day(get(row, "post_date"))
		posts = append(posts, post{page: p, name: name, slug: slug, title: title, subtitle: get(row, "subtitle"), date: date, source: strings.TrimSuffix("newsletter, "+date, ", ")})
	}
	for _, id := range sortedKeys(files) {
		ms.remark(leftOut, nil, files[id], "files that the table of posts does not list", "")
	}
	ms.addPosts(t, posts)
	return nil
}

// readMedium reads the posts of an export of Medium; a draft's file has that word in its name.
func (ms *Manuscript) readMedium(t *tree, names []string) error {
	var posts []post
	for _, name := range names {
		if strings.HasPrefix(path.Base(name), "draft_") {
			ms.remark(leftOut, nil, name, "drafts", "")
			continue
		}
		data, err := t.read(name)
		if err != nil {
			return &sourceError{t.shown(name), err}
		}
		p, err := ms.parsePage(name, data)
		if err != nil {
			return &sourceError{t.shown(name), err}
		}
		one := post{page: p, name: name, title: p.Title, date: dateOf(p, name)}
		if m := mediumDate().FindSubmatch(data); m != nil {
			one.date = day(string(m[1]))
		}
		if m := mediumAddress().FindSubmatch(data); m != nil {
			one.source = html.UnescapeString(string(m[1]))
		}
		if m := mediumAuthor().FindSubmatch(data); m != nil {
			ms.adopt("", authorsOf(html.UnescapeString(string(m[1]))), "", "")
		}
		if mediumSubtitle().Match(data) {
			one.subtitle = firstWords(p.Blocks)
		}
		p.Blocks = withoutHead(p.Blocks, one.title, one.subtitle)
		posts = append(posts, one)
	}
	ms.addPosts(t, posts)
	return nil
}

// firstWords returns the words of the first paragraph that stands before all headings but the title.
func firstWords(blocks []book.Block) string {
	for _, b := range blocks {
		switch b := b.(type) {
		case *book.Heading:
			if b.Level > 1 {
				return ""
			}
		case *book.Paragraph:
			return book.PlainText(b.Text)
		}
	}
	return ""
}

// withoutHead returns a post of Medium without its title and subtitle, which stand at its head twice, and the break between.
func withoutHead(blocks []book.Block, title, subtitle string) []book.Block {
	for len(blocks) > 0 {
		switch b := blocks[0].(type) {
		case *book.Heading:
			if words := book.PlainText(b.Text); words != title && words != subtitle {
				return blocks
			}
		case *book.Paragraph:
			if subtitle == "" || book.PlainText(b.Text) != subtitle {
				return blocks
			}
		case *book.Break:
		default:
			return blocks
		}
		blocks = blocks[1:]
	}
	return blocks
}

var (
	mediumAuthor   = lazyregexp.New(`class="p-author h-card">([^<]+)<`)
	mediumSubtitle = lazyregexp.New(`data-field="subtitle"`)
	mediumDate     = lazyregexp.New(`class="dt-published" datetime="([^"]+)"`)
	mediumAddress  = lazyregexp.New(`<a href="([^"]+)" class="p-canonical"`)
)

// readGhost reads the export of a site made with Ghost.
func (ms *Manuscript) readGhost(t *tree, name string) error {
	data, err := t.read(name)
	if err != nil {
		return err
	}
	var export struct {
		DB []struct {
			Data struct {
				Posts []struct {
					Title         string `json:"title"`
					Slug          string `json:"slug"`
					HTML          string `json:"html"`
					Status        string `json:"status"`
					Type          string `json:"type"`
					PublishedAt   string `json:"published_at"`
					CustomExcerpt string `json:"custom_excerpt"`
				} `json:"posts"`
				Settings []struct {
					Key   string `json:"key"`
					Value any    `json:"value"`
				} `json:"settings"`
				Users []struct {
					Name string `json:"name"`
				} `json:"users"`
			} `json:"data"`
		} `json:"db"`
	}
	if err := json.Unmarshal(data, &export); err != nil || len(export.DB) == 0 {
		return errors.New("it is no export of a site that octavo knows; of JSON it reads that of Ghost")
	}
	site := export.DB[0].Data
	var posts []post
	for _, s := range site.Settings {
		if v, ok := s.Value.(string); ok {
			switch s.Key {
			case "title":
				ms.adopt(v, nil, "", "")
			case "lang", "locale":
				ms.adopt("", nil, v, "")
			}
		}
	}
	if len(site.Users) == 1 {
		ms.adopt("", []string{site.Users[0].Name}, "", "")
	}
	for _, one := range site.Posts {
		if one.Status != "published" || one.HTML == "" {
			ms.remark(leftOut, nil, name, "drafts and pages without text", one.Title)
			continue
		}
		file := one.Slug + ".html"
		p, err := ms.parsePage(file, []byte(one.HTML))
		if err != nil {
			return err
		}
		posts = append(posts, post{page: p, name: file, slug: one.Slug, title: one.Title, subtitle: one.CustomExcerpt, date: day(one.PublishedAt), source: one.Slug})
	}
	ms.addPosts(t, posts)
	return nil
}

// wordpress is an export of WordPress (WXR).
type wordpress struct {
	Channel struct {
		Title    string `xml:"title"`
		Language string `xml:"language"`
		Authors  []struct {
			Name string `xml:"author_display_name"`
		} `xml:"author"`
		Items []struct {
			Title   string   `xml:"title"`
			Link    string   `xml:"link"`
			Encoded []string `xml:"encoded"` // the content, then the excerpt
			Date    string   `xml:"post_date"`
			Name    string   `xml:"post_name"`
			Status  string   `xml:"status"`
			Type    string   `xml:"post_type"`
			Meta    []struct {
				Key   string `xml:"meta_key"`
				Value string `xml:"meta_value"`
			} `xml:"postmeta"`
		} `xml:"item"`
	} `xml:"channel"`
}

// readWordPress reads the export of a site made with WordPress.
func (ms *Manuscript) readWordPress(t *tree, name string) error {
	data, err := t.read(name)
	if err != nil {
		return err
	}
	var site wordpress
	d := xml.NewDecoder(bytes.NewReader(data))
	d.Strict = false
	d.CharsetReader = func(_ string, in io.Reader) (io.Reader, error) { return in, nil }
	if err := d.Decode(&site); err != nil || len(site.Channel.Items) == 0 {
		return errors.New("it is no export of a site that octavo knows; of XML it reads that of WordPress")
	}
	ms.adopt(site.Channel.Title, nil, site.Channel.Language, "")
	if len(site.Channel.Authors) == 1 {
		ms.adopt("", []string{site.Channel.Authors[0].Name}, "", "")
	}
	var posts []post
	for i, one := range site.Channel.Items {
		if one.Type != "" && one.Type != "post" && one.Type != "page" {
			continue
		}
		if one.Status != "" && one.Status != "publish" || len(one.Encoded) == 0 || strings.TrimSpace(one.Encoded[0]) == "" {
			ms.remark(leftOut, nil, name, "drafts and pages without text", one.Title)
			continue
		}
		file := cmp.Or(one.Name, fmt.Sprintf("post-%d", i+1)) + ".html"
		text := ms.shortcodes(file, one.Encoded[0])
		for _, m := range one.Meta {
			if m.Key == "footnotes" {
				text += wordpressNotes(m.Value)
			}
		}
		p, err := ms.parsePage(file, []byte(text))
		if err != nil {
			return err
		}
		posts = append(posts, post{page: p, name: file, slug: one.Name, title: html.UnescapeString(one.Title), date: day(one.Date), source: one.Link})
	}
	ms.addPosts(t, posts)
	return nil
}

// wordpressNotes returns the notes of a post, which WordPress keeps beside its text, as it would show them.
func wordpressNotes(meta string) string {
	var notes []struct{ ID, Content string }
	if json.Unmarshal([]byte(meta), &notes) != nil {
		return ""
	}
	var b strings.Builder
	b.WriteString(`<ol class="wp-block-footnotes">`)
	for _, n := range notes {
		fmt.Fprintf(&b, `<li id="%s">%s <a href="#%s-link">↩︎</a></li>`, html.EscapeString(n.ID), n.Content, html.EscapeString(n.ID))
	}
	b.WriteString("</ol>")
	return b.String()
}

var (
	captionCode = lazyregexp.New(`(?s)\[caption[^\]]*\]\s*((?:<a [^>]*>)?\s*<img [^>]*>\s*(?:</a>)?)(.*?)\[/caption\]`)
	embedCode   = lazyregexp.New(`\[embed[^\]]*\](.*?)\[/embed\]`)
	shortcode   = lazyregexp.New(`\[/?(gallery|audio|video|playlist|embed|contact-form(?:-\d+)?|contact-field|wp_[a-z_]+|vc_[a-z_]+|et_pb_[a-z_]+|su_[a-z_]+|toc|more|jetpack[a-z_-]*)(?: [^\]]*)?\]`)
	ownBlocks   = lazyregexp.New(`(?i)^\s*</?(?:p|div|h[1-6]|ul|ol|li|dl|table|blockquote|pre|figure|hr|section|article|aside|details|center|form|iframe|!--)`)
)

// shortcodes returns a post's text as WordPress would show it: paragraphs where its author left lines empty, and captions. Other
// codes in brackets have no meaning outside of the site, and are left out.
func (ms *Manuscript) shortcodes(file, text string) string {
	text = strings.ReplaceAll(text, "\r\n", "\n")
	text = captionCode().ReplaceAllString(text, "<figure>$1<figcaption>$2</figcaption></figure>")
	text = embedCode().ReplaceAllString(text, `<iframe src="$1"></iframe>`)
	text = shortcode().ReplaceAllStringFunc(text, func(s string) string {
		ms.remark(leftOut, nil, file, "codes of WordPress", s)
		return ""
	})
	if strings.Contains(text, "<!-- wp:") || strings.Contains(text, "<p>") || strings.Contains(text, "<p ") {
		return text
	}
	var b strings.Builder
	for one := range strings.SplitSeq(text, "\n\n") {
		if ownBlocks().MatchString(one) {
			b.WriteString(one + "\n")
			continue
		}
		b.WriteString("<p>" + strings.ReplaceAll(strings.TrimSpace(one), "\n", "<br>\n") + "</p>\n")
	}
	return b.String()
}

// htmlFiles returns the pages of a tree.
func htmlFiles(t *tree) []string {
	var out []string
	for _, name := range t.files {
		if ext := strings.ToLower(path.Ext(name)); slices.Contains([]string{".html", ".htm", ".xhtml"}, ext) {
			out = append(out, name)
		}
	}
	return out
}
