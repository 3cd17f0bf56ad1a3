site-cases = 내 문의
