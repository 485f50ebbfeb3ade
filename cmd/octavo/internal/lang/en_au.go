package lang

// australian returns English as it is written and published in Australia.
func australian() *Language { return british() }
