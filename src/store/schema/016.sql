-- What is booked for a patient, by file number: a file that is looked for or typed says its appointments.
CREATE INDEX entry_file ON entry(file COLLATE NOCASE) WHERE file IS NOT NULL;
CREATE INDEX item_file_any ON item(file COLLATE NOCASE) WHERE file IS NOT NULL;
