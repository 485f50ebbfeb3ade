package manuscript

import (
	"path"
	"slices"
	"strings"
)

// FrontKeys returns the keys of front matter in the spelling of the documentation.
func FrontKeys() []string { return strings.Split(printedKeys, ", ") }

// HeadKeys returns the keys of a block of TOML at the head of a file.
func HeadKeys() []string { return slices.Clone(headKeys) }

// AsideNames returns names of asides, one for each kind, sorted.
func AsideNames() []string {
	return []string{"aside", "caution", "discussion", "example", "exercise", "important", "note", "question", "summary", "tip", "warning"}
}

// StyleClasses returns the classes of words in brackets, as the documentation has them.
func StyleClasses() []string { return []string{"smallcaps", "underline", "mark", "small", "kbd"} }

// IsPicture reports whether a file is taken for a picture, by its name.
func IsPicture(name string) bool { return pictureExtensions()[strings.ToLower(path.Ext(name))] }
