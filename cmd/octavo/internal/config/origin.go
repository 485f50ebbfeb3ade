package config

// Origin is whose work the book is, as far as book.toml says it: "human", "ai-assisted", "ai", or "" for not said.
type Origin struct {
	Book        string // of all that says nothing itself
	Translation string
	Pictures    []PictureOrigin // [origins], in the order of the file
}

// PictureOrigin is whose work a picture is, wherever it is shown.
type PictureOrigin struct {
	Picture string // its path under manuscript/
	Origin  string
	Path    string // of the key, for Config.Key and Config.Where
}

// origins are the values of origins.
var origins = []string{"human", "ai-assisted", "ai"}

func origin(path, def, doc string, field func(*Config) *string) row[Config] {
	return row[Config]{Key{Path: path, Type: Text, Default: def, Doc: doc, Values: origins},
		func(dec *decoder, c *Config, it item) { dec.oneOf(field(c), it, origins...) }}
}

func originRows() []row[Config] {
	return []row[Config]{
		{Key{Path: "origins", Type: Table, Doc: "whose work pictures are, the cover among them"}, nil},
		{Key{Path: "origins.*", Type: Text, Values: origins,
			Doc: "a picture's path under manuscript/, and " + quoted(origins)},
			func(dec *decoder, c *Config, it item) {
				one := PictureOrigin{Picture: lastQuoted(it.path), Path: it.path}
				dec.oneOf(&one.Origin, it, origins...)
				if one.Origin != "" { // TOML has no key twice
					c.Origin.Pictures = append(c.Origin.Pictures, one)
				}
			}},
	}
}
