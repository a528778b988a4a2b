-- What the centre aims at is known once it was said: a new centre has no number of open weeks and no fee until then.

ALTER TABLE centre ADD COLUMN aim_weeks INTEGER CHECK (aim_weeks BETWEEN 1 AND 53);
ALTER TABLE centre ADD COLUMN aim_fee INTEGER CHECK (aim_fee BETWEEN 0 AND 9999);
UPDATE centre SET aim_weeks = open_weeks, aim_fee = week_fee
  WHERE EXISTS (SELECT 1 FROM change WHERE change.centre = centre.id
    AND json_extract(change.said, '$.id') = 'store-said-targets');
