# Klingon is no language of the voices. # broken: prompt-file-unreadable
good-bye = Qapla.
