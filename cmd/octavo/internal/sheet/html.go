package sheet

import (
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"strings"
	"unicode/utf8"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/trade"
)

// line is a line of the order data, with what it leads to.
type line struct {
	Text, URL string
}

// view is what the template shows.
type view struct {
	*Content
	Cfg       *config.Config
	Lang      string
	Dir       string
	About     string
	Accent    template.CSS
	Bright    template.CSS // the accent on a dark ground
	FrontURL  template.URL
	CoverOf   string
	PageURLs  []template.URL
	PageNames []string
	OrderAt   []line
	Print     Fit // how it is printed on one page
	Paper     template.CSS
	PrintSize template.CSS
	Long      bool // the title is
}

// longTitle is the number of characters from which a title is set smaller.
const longTitle = 60

// FrontHeight is the height of the front at most, in print.
func (v view) FrontHeight() template.CSS {
	return template.CSS(fmt.Sprintf("%dmm", 200*v.Print.front/100))
}

// SpreadWidth is the width of the pages that are shown, in print: a little less than on the sheet that octavo sets, since the type of a browser
// may take more room.
func (v view) SpreadWidth() template.CSS {
	return template.CSS(fmt.Sprintf("%d%%", v.Print.spread*85/100))
}

// Height is that of the paper.
func (v view) Height() template.CSS {
	_, height, _ := strings.Cut(string(v.Paper), " ")
	return template.CSS(height)
}

// Unprinted reports whether a passage of the blurb is left out in print.
func (v view) Unprinted(i int) bool { return v.Print.blurb > 0 && i >= v.Print.blurb }

// HTML writes the sheet as one file for browsers, with its pictures inside and without scripts. Drawings are the pages of the spread, as SVG.
// A browser shows all of it, and prints it on one page: fit is how [Set] has it on one, and what that leaves out is not printed.
func HTML(w io.Writer, cfg *config.Config, c *Content, fit Fit, drawings [][]byte) error {
	v := view{Content: c, Cfg: cfg, Lang: cfg.Book.Language, Dir: "ltr", About: cfg.Lang.Trade.AboutAuthor,
		CoverOf: cfg.Lang.Ebook.CoverOf.Fill("title", cfg.Book.Title), Accent: "#1c1b19", Bright: "#f2efe8"}
	if cfg.Lang.RightToLeft() {
		v.Dir = "rtl"
	}
	if len(cfg.Book.Authors()) > 1 {
		v.About = cfg.Lang.Trade.AboutAuthors
	}
	if cfg.Style.Ink.Has() {
		rgb := cfg.Style.Ink.RGB().OnBoth()
		v.Accent = template.CSS(fmt.Sprintf("#%02x%02x%02x", rgb.R, rgb.G, rgb.B))
		v.Bright = v.Accent
	}
	v.Print, v.Long, v.Paper = fit, utf8.RuneCountInString(cfg.Book.Title) > longTitle, "210mm 297mm"
	if Letter(cfg) {
		v.Paper = "215.9mm 279.4mm"
	}
	v.PrintSize = template.CSS(fmt.Sprintf("%.2fpt", 9.6*float64(fit.size)/100))
	v.FrontURL = dataURL("image/"+c.Front.Format, c.Front.Data)
	for i, d := range drawings {
		v.PageURLs = append(v.PageURLs, dataURL("image/svg+xml", d))
		v.PageNames = append(v.PageNames, cfg.Lang.References.Page.Fill("n", c.Folios[i]))
	}
	for _, text := range c.Order {
		v.OrderAt = append(v.OrderAt, line{text, trade.Address(text)})
	}
	t, err := template.New("sheet").Parse(document)
	if err != nil {
		return err
	}
	var b strings.Builder
	if err := t.Execute(&b, v); err != nil {
		return err
	}
	_, err = io.WriteString(w, b.String())
	return err
}

func dataURL(media string, data []byte) template.URL {
	return template.URL("data:" + media + ";base64," + base64.StdEncoding.EncodeToString(data))
}

const document = `<!DOCTYPE html>
<html lang="{{.Lang}}" dir="{{.Dir}}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
{{with .Cfg.Book.Description}}<meta name="description" content="{{.}}">
{{end}}<title>{{.Cfg.Book.Title}}: {{.Cfg.Lang.Trade.Sheet}}</title>
<style>
:root { --ground: #fdfcf9; --ink: #1c1b19; --soft: #595650; --line: #c9c4b8; --accent: {{.Accent}}; }
@media (prefers-color-scheme: dark) { :root { --ground: #17171a; --ink: #f2efe8; --soft: #b5b0a5; --line: #4a4842; --accent: {{.Bright}}; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--ground); color: var(--ink); font: 1.0625rem/1.55 "EB Garamond", Garamond, "Hoefler Text", Palatino, "Palatino Linotype", Georgia, serif;
  font-variant-numeric: oldstyle-nums; hyphens: auto; overflow-wrap: break-word; }
main { max-width: 62rem; margin: 0 auto; padding: 2.5rem clamp(1rem, 4vw, 3rem); }
.top { display: flex; flex-wrap: wrap; justify-content: space-between; gap: 0 2rem; margin: 0; padding-bottom: .4rem; border-bottom: 1px solid var(--accent); }
.top, h2, dt { font-variant-caps: all-small-caps; letter-spacing: .06em; color: var(--ink); }
h1 { font-size: clamp(2rem, 6vw, 3.2rem); line-height: 1.08; font-weight: 400; margin: 1.4rem 0 .2rem; text-wrap: balance; hyphens: manual; }
h1.long { font-size: clamp(1.4rem, 4vw, 2rem); line-height: 1.15; }
.subtitle { font-size: 1.3rem; font-style: italic; margin: 0 0 .6rem; text-wrap: balance; }
.authors { font-variant-caps: all-small-caps; letter-spacing: .06em; font-size: 1.15rem; margin: 0; }
.columns { display: grid; grid-template-columns: minmax(0, 34fr) minmax(0, 66fr); gap: 2.4rem; margin-top: 2rem; }
h2 { font-size: 1.1rem; font-weight: 400; margin: 0 0 .3rem; }
section + section, section + blockquote, blockquote + section, .front + dl { margin-top: 1.6rem; }
p { margin: 0 0 .6em; }
img { max-width: 100%; height: auto; display: block; }
.front { border: 1px solid var(--line); }
dl { margin: 0; font-size: .96rem; font-variant-numeric: lining-nums; }
dd { margin: 0 0 .5em; }
.maxim { margin: 1.6rem 0 0; padding-inline-start: 1.1rem; border-inline-start: 2px solid var(--accent); font-size: 1.55rem; line-height: 1.3; font-style: italic; text-wrap: balance; }
.maxim p { margin: 0; }
.praise { margin: .8em 0; padding-inline-start: 1.1rem; }
.praise footer { font-variant-caps: all-small-caps; letter-spacing: .06em; color: var(--soft); }
.spread { display: flex; background: #fff; width: fit-content; border: 1px solid var(--line); }
.spread img { width: 50%; min-width: 0; }
.spread img + img { border-inline-start: 1px solid #ddd; }
.spread img:only-child { width: 100%; }
.order { margin-top: 2.4rem; padding-top: .8rem; border-top: 1px solid var(--accent); }
.order address { font-style: normal; }
.order span { display: block; }
a { color: inherit; text-underline-offset: .15em; }
a:focus-visible { outline: 2px solid currentColor; outline-offset: 3px; }
@media (max-width: 44rem) { .columns { grid-template-columns: minmax(0, 1fr); } .front { max-width: 18rem; } }
@media print {
  @page { size: {{.Paper}}; margin: 14mm 16mm; }
  :root { --ground: #fff; --ink: #000; --soft: #333; --accent: #000; font-size: {{.PrintSize}}; }
  body { font-size: 1rem; line-height: 1.36; font-size-adjust: .4; }
  main { display: flex; flex-direction: column; min-height: calc({{.Height}} - 29mm); padding: 0; max-width: none; }
  h1 { font-size: 2.6rem; margin-top: .6rem; } h1.long { font-size: 1.6rem; } .subtitle { font-size: 1.25rem; margin-bottom: .3rem; } .authors { font-size: 1.1rem; }
  .columns { flex: 1 0 auto; grid-template-columns: minmax(0, 34fr) minmax(0, 66fr); gap: 9mm; margin-top: 5mm; }
  section + section, section + blockquote, blockquote + section, .front + dl, .maxim { margin-top: 1.1rem; } p { margin-bottom: .4rem; } dd { margin-bottom: .25rem; }
  .front { width: auto; max-width: 100%; max-height: {{.FrontHeight}}; }
  .spread { width: {{.SpreadWidth}}; }
  .order { margin-top: 5mm; padding-top: 2mm; } .order span { display: inline; } .order span + span::before { content: "\2002·\2002"; }
  .unprinted { display: none; }
}
</style>
</head>
<body>
<main>
<header>
<p class="top"><span>{{.Cfg.Lang.Trade.Sheet}}</span>{{with .Cfg.Book.Publisher}} <span>{{.}}</span>{{end}}</p>
<h1{{if .Long}} class="long"{{end}}>{{.Cfg.Book.Title}}</h1>
{{with .Cfg.Book.Subtitle}}<p class="subtitle">{{.}}</p>
{{end}}<p class="authors">{{.Cfg.Lang.List .Cfg.Book.Authors}}</p>
</header>
<div class="columns">
<div>
<img class="front" src="{{.FrontURL}}" alt="{{.CoverOf}}" width="{{.Front.Width}}" height="{{.Front.Height}}">
<dl>
{{range .Facts}}<div><dt>{{.Label}}</dt>{{range .Values}}<dd>{{.}}</dd>{{end}}</div>
{{end}}</dl>
</div>
<div>
{{if .Blurb}}<section>
<h2>{{.Cfg.Lang.Trade.About}}</h2>
{{range $i, $p := .Blurb}}{{if $.Unprinted $i}}<div class="unprinted">{{template "passage" $p}}</div>{{else}}{{template "passage" $p}}{{end}}{{end}}</section>
{{end}}{{with .Quote}}<blockquote class="maxim{{if $.Print.WithoutQuote}} unprinted{{end}}"><p>{{.}}</p></blockquote>
{{end}}{{if .Bio}}<section{{if .Print.WithoutBio}} class="unprinted"{{end}}>
<h2>{{.About}}</h2>
{{range .Bio}}{{template "passage" .}}{{end}}</section>
{{end}}{{if .PageURLs}}<section class="inside{{if .Print.WithoutLook}} unprinted{{end}}">
<h2>{{.Cfg.Lang.Trade.Inside}}</h2>
<div class="spread">{{range $i, $u := .PageURLs}}<img src="{{$u}}" alt="{{index $.PageNames $i}}">{{end}}</div>
</section>
{{end}}</div>
</div>
{{if .OrderAt}}<section class="order">
<h2>{{.Cfg.Lang.Trade.Order}}</h2>
<address>{{range .OrderAt}}<span>{{if .URL}}<a href="{{.URL}}">{{.Text}}</a>{{else}}{{.Text}}{{end}}</span>{{end}}</address>
</section>
{{end}}</main>
</body>
</html>
{{define "passage"}}{{if .Quote}}<blockquote class="praise"><p>{{template "runs" .Runs}}</p>{{with .By}}<footer>{{.}}</footer>{{end}}</blockquote>
{{else}}<p>{{template "runs" .Runs}}</p>
{{end}}{{end}}{{define "runs"}}{{range .}}{{if .URL}}<a href="{{.URL}}">{{end}}{{if .Bold}}<strong>{{end}}{{if .Italic}}<em>{{end}}{{.Text}}{{if .Italic}}</em>{{end}}{{if .Bold}}</strong>{{end}}{{if .URL}}</a>{{end}}{{end}}{{end}}`
