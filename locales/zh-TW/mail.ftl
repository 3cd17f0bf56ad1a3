mail-cases-button = 我的案件
