site-cases = My cases
