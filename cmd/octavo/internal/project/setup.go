package project

import (
	"fmt"
	"io/fs"
	"os"
	"path"
	"slices"
	"strings"

	"octavo/cmd/octavo/internal/config"
	"octavo/cmd/octavo/internal/diag"
	"octavo/cmd/octavo/internal/readfile"
	"octavo/cmd/octavo/internal/textstyle"
	"octavo/styles"
)

// setup is a book's configuration with the styles that it was read with.
type setup struct {
	styles *Styles
	cfg    *config.Config
	found  diag.List
}

// setupKey is all that a setup depends on.
type setupKey struct {
	root     *os.Root
	file     *readfile.File // book.toml
	styles   *styleFiles
	settings string
	epoch    string // the value of config.Epoch
}

// setup returns the book's configuration.
func (w *Workspace) setup(unsaved map[string][]byte, settings []config.Setting) *setup {
	read := func(load func(*Styles) (*config.Config, diag.List)) *setup {
		s := &setup{styles: w.ownStyles()}
		s.cfg, s.found = punctuated(load(s.styles))
		s.styles.nameOwnFonts(s.cfg)
		return s
	}
	var file *readfile.File
	if text, ok := unsaved[config.File]; ok {
		file = w.files.Given(w.root, config.File, text)
	} else if saved, err := w.files.In(w.root, config.File, config.MaxBytes); err == nil {
		file = saved
	} else { // it is read once more, for a report of why it cannot be
		return read(func(s *Styles) (*config.Config, diag.List) { return config.LoadRoot(w.root, s, settings...) })
	}
	key := setupKey{w.root, file, w.styles.all, fmt.Sprintf("%#v", settings), os.Getenv(config.Epoch)}
	return w.setups.GetOrMake(key, func() *setup {
		return read(func(s *Styles) (*config.Config, diag.List) { return config.LoadText(w.root, file.Data, s, settings...) })
	})
}

// ownStyles returns the styles that the book sees.
func (w *Workspace) ownStyles() *Styles {
	s := OpenStyles(w.root, styles.FS)
	s.files = &w.files
	return s
}

// fontsKey is all that the fonts of a style depend on.
type fontsKey struct {
	root     *os.Root
	files    *styleFiles
	fonts    string // the style's names for them
	style    string
	text     config.Length // the size of running text
	language string

	emphasis, capitals string
}

// loadedFonts are the fonts of a style, or why it has none.
type loadedFonts struct {
	*textstyle.Fonts
	err error
	by  *Styles // that they were and are read by
}

// loadFonts returns the fonts of a style for a book in a language, and tells the book's styles which files they are read from.
func (w *Workspace) loadFonts(style *config.Style, language string, of *Styles) (*textstyle.Fonts, error) {
	key := fontsKey{root: w.root, files: w.styles.fonts, fonts: fmt.Sprintf("%q", style.Fonts), style: style.Name, text: style.Text.Size,
		language: language, emphasis: style.Text.Emphasis, capitals: style.Text.Capitals}
	f := w.fonts.GetOrMake(key, func() *loadedFonts {
		by := w.ownStyles()
		fonts, err := textstyle.LoadFonts(style, language, by.ReadStyle)
		return &loadedFonts{fonts, err, by}
	})
	of.readFontsBy(f.by)
	return f.Fonts, f.err
}

// ownStyles is what lies in the book's own styles folder.
type ownStyles struct {
	all   *styleFiles
	fonts *styleFiles // those of them that fonts are read from
}

// styleFiles are files under styles. There is one for as long as they stay the same.
type styleFiles []styleFile

type styleFile struct {
	name  string
	file  *readfile.File // nil: it is a folder, cannot be read, or is none that octavo would read
	fault string
}

// Of a styles folder so much is looked at.
const (
	maxStyleFiles  = 4096
	maxStyleFolder = 3 // folders in each other
)

// look looks at what lies in the folder now.
func (o *ownStyles) look(root *os.Root, files *readfile.Files) {
	var all, fonts styleFiles
	var list func(folder string, depth int)
	list = func(folder string, depth int) {
		entries, _ := readfile.List(root, path.Join("styles", folder)) // there may be none
		for _, e := range entries {
			if len(all) == maxStyleFiles {
				return
			}
			name := path.Join(folder, e.Name())
			f := styleFile{name: name}
			var err error
			if contentCounts(name) && (e.Type().IsRegular() || e.Type()&fs.ModeSymlink != 0) {
				if f.file, err = files.In(root, path.Join("styles", name), styleLimit(name)); err != nil {
					f.fault = err.Error()
				}
			}
			all = append(all, f)
			if forFonts(name) {
				fonts = append(fonts, f)
			}
			if !e.Type().IsRegular() && f.file == nil && depth < maxStyleFolder {
				list(name, depth+1)
			}
		}
	}
	list(".", 1)
	same := func(now *styleFiles, before *styleFiles) *styleFiles {
		if before != nil && slices.Equal(*now, *before) {
			return before
		}
		return now
	}
	o.all, o.fonts = same(&all, o.all), same(&fonts, o.fonts)
}

// contentCounts reports whether octavo reads files of such a name under styles. The others may be as large as they like.
func contentCounts(name string) bool {
	switch strings.ToLower(path.Ext(name)) {
	case ".toml", ".css":
		return true
	}
	return forFonts(name) || under("icc/", name)
}

// forFonts reports whether fonts are read from a file under styles.
func forFonts(name string) bool { return under("fonts/", name) || under("hyphenation/", name) }

// under reports whether a file lies in a folder, on disks too that do not tell small letters from capitals.
func under(folder, name string) bool { return strings.HasPrefix(strings.ToLower(name), folder) }
