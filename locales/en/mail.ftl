mail-cases-button = My cases
