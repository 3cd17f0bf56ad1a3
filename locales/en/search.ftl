### Search and filters

field-q = Search
field-query = Filters
error-unknown-filter = There is no filter “{ $filter }:”. There are: { $known }. To search for text that has a colon in it, put it in double quotes.
error-invalid-filter = The filter “{ $filter }:” has no value “{ $value }”. Please choose one of those suggested while you type.
error-repeated-filter = The filter “{ $filter }:” stands there with two different values. Please keep one of them.
error-negated-filter = The filter “{ $filter }:” takes no minus sign; only -tag: does. Please remove it.
error-too-many-terms = “{ $field }” can look for { $max } words at once. Please take some out.
error-too-many-filters = “{ $field }” can go by { $max } tags at once. Please take some out.
error-search-starting-title = Search is starting
error-search-starting = Search is still being opened; everything else works. Please search again in a few seconds.
