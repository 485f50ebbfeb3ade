-- Prints how TeX divides words: luatex showhyphens.tex sets the language, this walks the discretionaries that it makes. The words come
-- from the file words.txt, one a line, and go to hyphens.txt. \showhyphens prints the same, but leaves out letters that the font lacks.
local out = assert(io.open("hyphens.txt", "w"))
for word in io.lines("words.txt") do
  local head, last
  for _, code in utf8.codes(word) do
    local glyph = node.new("glyph", 1)
    glyph.char, glyph.font, glyph.lang = code, font.current(), tex.language
    glyph.left, glyph.right, glyph.uchyph = tex.lefthyphenmin, tex.righthyphenmin, 1
    if last then
      last.next, glyph.prev = glyph, last
    else
      head = glyph
    end
    last = glyph
  end
  -- hyphenation begins after white, and ends before it
  local first = node.new("glue")
  first.next, head.prev = head, first
  local rest = node.new("glue")
  last.next, rest.prev = rest, last
  lang.hyphenate(first, rest)
  for n in node.traverse(first) do
    if n.id == node.id("disc") then
      out:write("-")
    elseif n.id == node.id("glyph") then
      out:write(utf8.char(n.char))
    end
  end
  out:write("\n")
end
out:close()
