"""Data shipped with the program: icons, themes, translations, the authority file and the sample's texts."""
