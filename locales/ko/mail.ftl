mail-cases-button = 내 문의
